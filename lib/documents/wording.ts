import 'server-only';
import type { EntryContent, Section } from '@/lib/domain/report/entry';
import { isNothingDue, sectionSays } from '@/lib/domain/report/section-says';
import { getT } from '@/lib/text/get-t';

/** Gives one section of a filed entry in words: its confirmation and its text. */
export function sectionWords(entry: EntryContent, section: Section): string {
  const t = getT();
  const says = sectionSays(entry, section);
  if (isNothingDue(says)) return t('documents.entry.nothingDue');
  const { confirmed, text } = says;
  const confirmation = confirmed ? t(`documents.entry.${confirmed.tick}`, { reason: confirmed.reason }) : '';
  return [confirmation, text].filter((words) => words !== '').join('\n');
}
