import type { ReactNode } from 'react';
import { fieldAnchor, taskAnchor } from '@/components/reports/entry-fields';
import type { EntryForm, EntryKey } from '@/lib/domain/report/entry';
import { routes } from '@/lib/routes';
import { fieldLabel } from '@/lib/text/entry-words';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';

/** A field of a task, or the task as a whole, and a few words about it. */
export type FieldNote = { taskCode: string; field: EntryKey | null; note: ReactNode };

/** Lists fields of a report, each with a link into the editor and the reason for which it is named. */
export function FieldLinks({
  report,
  notes,
}: {
  report: { id: string; form: EntryForm };
  notes: readonly FieldNote[];
}) {
  const t = useT();
  const editor = routes.report(report.id);
  return (
    <ul className="mt-2 grid gap-1.5">
      {notes.map(({ taskCode, field, note }) => {
        const number = taskNumber(taskCode);
        return (
          <li key={`${taskCode} ${field}`} className="grid gap-x-4 sm:grid-cols-[12em_minmax(0,1fr)]">
            <a
              href={`${editor}#${field ? fieldAnchor(taskCode, field) : taskAnchor(taskCode)}`}
              className="link font-medium"
            >
              {field
                ? t('filing.taskField', { number, field: fieldLabel(t, report.form, field) })
                : t('filing.task', { number })}
            </a>
            <span className="whitespace-pre-line">{note}</span>
          </li>
        );
      })}
    </ul>
  );
}
