import type { EntryContent, Section } from '@/lib/domain/report/completeness';
import type { ReportStatus } from '@/lib/domain/report/report';
import { filedPassage, mostNamed } from '@/lib/domain/review/summary';
import { t } from './translator';

/** A confirmation, followed by the text written beside it. */
const withText = (confirmed: string, text: string) => (text === '' ? confirmed : `${confirmed}\n${text}`);

/** Gives the text of a section of a filed entry in a summary; '' if it is empty. */
export function filedWords(entry: EntryContent | null, section: Section): string {
  const filed = filedPassage(entry, section);
  switch (filed.kind) {
    case 'text':
      return filed.text;
    case 'no-progress':
      return withText(t('summaries.words.noProgress', { reason: filed.reason }), filed.text);
    case 'no-problems':
      return withText(t('summaries.words.noProblems'), filed.text);
    case 'nothing':
      return '';
  }
}

type Coverage = { due: number; reports: number; entries: number };

/** Words which reports a summary includes and which are left out, by name up to a number that a sentence can hold. */
export function coverageWords(
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
