import { sections } from '@/lib/domain/completeness';
import { t } from '@/lib/messages/translator';
import { type EditorEntry, fieldAnchor, fieldName } from './entry-fields';
import type { NamedField } from './form-problem';

const fields = ['light', 'noProgressReason', ...sections] as const;

/** The editor's fields with their visible names: 任务 2 · 存在问题. */
export function namedFields(entries: readonly EditorEntry[]): NamedField[] {
  return entries.flatMap((entry, index) =>
    fields.map((field) => ({
      name: fieldName(index, field),
      id: fieldAnchor(entry.taskCode, field),
      label: t('filing.taskField', { number: index + 1, field: t(`fields.${field}`) }),
    })),
  );
}
