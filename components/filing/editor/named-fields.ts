import type { NamedField } from '@/components/forms/form-problem';
import { type EditorEntry, fieldAnchor, fieldName } from '@/components/reports/entry-fields';
import { fieldLabel } from '@/lib/text/entry-words';
import { taskNumber } from '@/lib/text/task-words';
import type { Translate } from '@/lib/text/translator';

/** The editor's fields with their visible names: 任务 2 · 存在问题. */
export function namedFields(t: Translate, entries: readonly EditorEntry[]): NamedField[] {
  return entries.flatMap((entry, index) =>
    entry.form.fields
      .filter(({ kind }) => kind !== 'tick')
      .map(({ key }) => ({
        name: fieldName(index, key),
        id: fieldAnchor(entry.taskCode, key),
        label: t('filing.taskField', { number: taskNumber(entry.taskCode), field: fieldLabel(t, entry.form, key) }),
      })),
  );
}
