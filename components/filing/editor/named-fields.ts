import type { NamedField } from '@/components/forms/form-problem';
import { type EditorEntry, fieldAnchor, fieldName } from '@/components/reports/entry-fields';
import { entryKeys, fieldOfKey } from '@/lib/domain/report/entry';
import { taskNumber } from '@/lib/text/task-words';
import type { Translate } from '@/lib/text/translator';

const fields = entryKeys().filter((key) => fieldOfKey(key).kind !== 'tick');

/** The editor's fields with their visible names: 任务 2 · 存在问题. */
export function namedFields(t: Translate, entries: readonly EditorEntry[]): NamedField[] {
  return entries.flatMap((entry, index) =>
    fields.map((field) => ({
      name: fieldName(index, field),
      id: fieldAnchor(entry.taskCode, field),
      label: t('filing.taskField', { number: taskNumber(entry.taskCode), field: t(`fields.${field}`) }),
    })),
  );
}
