'use client';

import { type EditorEntry, fieldAnchor } from '@/components/reports/entry-fields';
import { NoticeBox } from '@/components/ui/notice-box';
import { fieldLabel } from '@/lib/text/entry-words';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';
import { type FieldKey, fieldOf } from './field-states';

/** Says which texts of an earlier visit have been put back into their fields. */
export function GivenBack({ keys, entries }: { keys: readonly FieldKey[]; entries: readonly EditorEntry[] }) {
  const t = useT();
  if (keys.length === 0) return null;
  return (
    <div className="no-print mb-6">
      <NoticeBox tone="info" title={t('autosave.givenBack', { count: keys.length })} live>
        <p className="flex flex-wrap gap-x-4">
          {keys.map((key) => {
            const { taskId, field } = fieldOf(key);
            const entry = entries.find((each) => each.taskId === taskId);
            if (!entry) return null;
            const { taskCode, form } = entry;
            return (
              <a key={key} href={`#${fieldAnchor(taskCode, field)}`} className="link">
                {t('filing.taskField', { number: taskNumber(taskCode), field: fieldLabel(t, form, field) })}
              </a>
            );
          })}
        </p>
      </NoticeBox>
    </div>
  );
}
