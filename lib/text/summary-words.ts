import type { EntryContent, EntryForm, Section } from '@/lib/domain/report/entry';
import type { ReportStatus } from '@/lib/domain/report/report';
import { sectionSays } from '@/lib/domain/report/section-says';
import { mostNamed } from '@/lib/domain/review/summary';
import { formWords, type NoticeTick, ownConfirmation } from './entry-words';
import type { Translate } from './translator';

/** Gives the text of a section of a filed entry in a summary; '' if it is empty. */
export function filedWords(t: Translate, entry: EntryContent | null, section: Section, form: EntryForm): string {
  const { text, confirmed } = sectionSays(entry, section, form);
  const confirmation = confirmed
    ? (ownConfirmation(t, form, confirmed) ??
      t(`summaries.words.${confirmed.tick as NoticeTick}`, { ...formWords(t, form), reason: confirmed.reason }))
    : '';
  return [confirmation, text].filter((words) => words !== '').join('\n');
}

/** The state of a report that is not in a summary, in words for other offices, which tell nothing of its drafting. */
const outsideStates = {
  not_started: 'notFiled',
  draft: 'notFiled',
  awaiting_sign_off: 'notFiled',
  filed: 'underReview',
  returned: 'returned',
  accepted: 'accepted',
} as const satisfies Record<ReportStatus, string>;

export function leftOutState(t: Translate, status: ReportStatus): string {
  return t(`summaries.words.states.${outsideStates[status]}`);
}

/** 市科技局（尚未报送） */
export function leftOutWords(
  t: Translate,
  { agencyName, status }: { agencyName: string; status: ReportStatus },
): string {
  return t('summaries.words.leftOutAgency', { agency: agencyName, status: leftOutState(t, status) });
}

type Coverage = { due: number; reports: number; entries: number };

/** Words which reports a summary includes and which are left out, by name up to a number that a sentence can hold. */
export function coverageWords(
  t: Translate,
  { due, reports, entries }: Coverage,
  leftOut: readonly { agencyName: string; status: ReportStatus }[],
): string {
  const taken = t('summaries.words.taken', { due, reports, entries });
  const count = due - reports;
  if (count <= 0) return taken + t('summaries.words.complete');
  if (count > mostNamed) return taken + t('summaries.words.leftOutListed', { count });
  const names = leftOut.map((report) => leftOutWords(t, report));
  return taken + t('summaries.words.leftOut', { count, names: names.join(t('summaries.words.and')) });
}
