import type { EntryContent, Section } from '@/lib/domain/report/entry';
import type { ReportStatus } from '@/lib/domain/report/report';
import { sectionSays } from '@/lib/domain/report/section-says';
import { mostNamed } from '@/lib/domain/review/summary';
import type { Translate } from './translator';

/** Gives the text of a section of a filed entry in a summary; '' if it is empty. */
export function filedWords(t: Translate, entry: EntryContent | null, section: Section): string {
  const { text, confirmed } = sectionSays(entry, section);
  const confirmation = confirmed ? t(`summaries.words.${confirmed.tick}`, { reason: confirmed.reason }) : '';
  return [confirmation, text].filter((words) => words !== '').join('\n');
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
  const names = leftOut.map(({ agencyName: agency, status }) =>
    t('summaries.words.leftOutAgency', { agency, status: t(`statuses.${status}`) }),
  );
  return taken + t('summaries.words.leftOut', { count, names: names.join(t('summaries.words.and')) });
}
