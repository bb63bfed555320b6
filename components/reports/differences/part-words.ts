import type { EntryForm } from '@/lib/domain/report/entry';
import type { EntryPart } from '@/lib/domain/report/entry-difference';
import { fieldLabel } from '@/lib/text/entry-words';
import type { Translate } from '@/lib/text/translator';

/** The name of a part of an entry. */
export function partWords(t: Translate, form: EntryForm, part: EntryPart): string {
  return part === 'evidence' ? t('evidence.title') : fieldLabel(t, form, part);
}
