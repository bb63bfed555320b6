import 'server-only';
import type { EntryContent, EntryForm, Section } from '@/lib/domain/report/entry';
import { isNothingDue, sectionSays } from '@/lib/domain/report/section-says';
import { formWords, type NoticeTick, ownConfirmation, ownNothingDue } from '@/lib/text/entry-words';
import { getT } from '@/lib/text/get-t';

/** Gives one section of a filed entry in words: its confirmation and its text. */
export function sectionWords(entry: EntryContent, section: Section, form: EntryForm): string {
  const t = getT();
  const says = sectionSays(entry, section, form);
  if (isNothingDue(says)) return ownNothingDue(t, form, section) ?? t('documents.entry.nothingDue', formWords(t, form));
  const { confirmed, text } = says;
  const confirmation = confirmed
    ? (ownConfirmation(t, form, confirmed) ??
      t(`documents.entry.${confirmed.tick as NoticeTick}`, { ...formWords(t, form), reason: confirmed.reason }))
    : '';
  return [confirmation, text].filter((words) => words !== '').join('\n');
}
