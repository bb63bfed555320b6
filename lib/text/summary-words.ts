import type { EntryContent, Section } from '@/lib/domain/report/completeness';
import type { ReportStatus } from '@/lib/domain/report/report';
import { filedPassage, mostNamed } from '@/lib/domain/review/summary';
import { t } from './translator';

/** What was confirmed, and what was written beside it. */
const withText = (confirmed: string, text: string) => (text === '' ? confirmed : `${confirmed}\n${text}`);

/** What a section of a filed entry says in a summary, in words; '' where there is nothing to say. */
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

/** Which reports a summary takes in and which not, by name as long as a sentence can bear it. */
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
