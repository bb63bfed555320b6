import type { FieldContent, SavedField } from '@/lib/domain/report/field-save';
import { t } from '@/lib/text/translator';

/** Gives the content of a field in words; '' for an empty one. */
export function contentWords(field: SavedField, content: FieldContent): string {
  if (typeof content === 'boolean') return t(content ? 'autosave.ticked' : 'autosave.notTicked');
  return field === 'light' && content ? t(`progressLights.${content as 'normal'}`) : (content ?? '');
}
