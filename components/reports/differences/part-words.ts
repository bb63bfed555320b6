import type { EntryPart } from '@/lib/domain/report/entry-difference';
import type { Translate } from '@/lib/text/translator';

/** The name of a part of an entry. */
export function partWords(t: Translate, part: EntryPart): string {
  return part === 'evidence' ? t('evidence.title') : t(`fields.${part}`);
}
