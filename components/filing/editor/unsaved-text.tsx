import { type EditorEntry, shownEntry, storedText } from '@/components/reports/entry-fields';
import { Card } from '@/components/ui/card';
import { WrittenText } from '@/components/ui/written-text';
import { textKeys, textOf } from '@/lib/domain/report/entry';
import type { FormState } from '@/lib/schemas/form-state';
import { fieldLabel } from '@/lib/text/entry-words';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';

/** Text typed into a report that somebody else filed meanwhile: it cannot be stored, but it can be copied. */
export function UnsavedText({ entries, state }: { entries: readonly EditorEntry[]; state: FormState }) {
  const t = useT();
  if (!('values' in state)) return null;
  const lost = entries.flatMap((entry, index) => {
    const typed = shownEntry(entry, index, state);
    return textKeys(entry.form)
      .filter((field) => textOf(typed, field) !== '' && storedText(textOf(typed, field)) !== textOf(entry, field))
      .map((field) => ({
        key: `${entry.taskId}-${field}`,
        title: t('filing.taskField', { number: taskNumber(entry.taskCode), field: fieldLabel(t, entry.form, field) }),
        text: textOf(typed, field),
      }));
  });
  if (lost.length === 0) return null;
  return (
    <Card className="mb-6 border-warning-line">
      <h2 className="mb-3 text-lg font-bold">{t('filing.unsavedText')}</h2>
      {lost.map(({ key, title, text }) => (
        <div key={key} className="mb-3">
          <h3 className="font-medium">{title}</h3>
          <WrittenText text={text} />
        </div>
      ))}
    </Card>
  );
}
