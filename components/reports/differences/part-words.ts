import type { EntryPart } from '@/lib/domain/report/entry-difference';
import { t } from '@/lib/text/translator';

/** The name of a part of an entry. */
export function partWords(part: EntryPart): string {
  return part === 'evidence' ? t('evidence.title') : t(`fields.${part}`);
}
