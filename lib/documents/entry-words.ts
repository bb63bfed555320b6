import 'server-only';
import type { EntryContent, Section } from '@/lib/domain/report/completeness';
import { t } from '@/lib/text/translator';

/** What was confirmed in place of a section's text, or beside it; '' where nothing was. */
function confirmation({ noProgress, noProgressReason, noProblems, results }: EntryContent, section: Section): string {
  if (section === 'progress' && noProgress) return t('exportedEntry.noProgress', { reason: noProgressReason });
  if (section === 'results' && noProgress && results === '') return t('exportedEntry.nothingDue');
  return section === 'problems' && noProblems ? t('exportedEntry.noProblems') : '';
}

/** One section of what was filed, in words: its text, and what was confirmed. */
export function sectionWords(entry: EntryContent, section: Section): string {
  return [confirmation(entry, section), entry[section]].filter((text) => text !== '').join('\n');
}
