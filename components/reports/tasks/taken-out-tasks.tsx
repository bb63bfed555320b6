import { Card } from '@/components/ui/card';
import { WrittenText } from '@/components/ui/written-text';
import { type EntryForm, sectionsOf, textOf } from '@/lib/domain/report/entry';
import type { ReportTask } from '@/lib/reports/tasks/data';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatPeriod } from '@/lib/text/format';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';

type TakenOutProps = { task: ReportTask; form: EntryForm };

function TakenOutTask({ task, form }: TakenOutProps) {
  const t = useT();
  const { takenOut } = task;
  const [amendment] = task.amendments;
  const written = sectionsOf(form).filter((section) => takenOut && textOf(takenOut, section) !== '');
  return (
    <Card>
      <h2 className="font-bold">
        {t('tasks.takenOut.title', { number: taskNumber(task.taskCode), title: task.title })}
      </h2>
      {amendment && (
        <p>
          {t('tasks.takenOut.explanation', {
            period: formatPeriod(amendment.fromPeriod),
            kind: amendment.kind,
            reason: amendment.reason,
          })}
        </p>
      )}
      {takenOut && written.length > 0 && (
        <details className="mt-2">
          <summary className="link w-fit">{t('tasks.takenOut.text')}</summary>
          {written.map((section) => (
            <div key={section} className="mt-3">
              <h3 className="font-semibold">{fieldLabel(t, form, section)}</h3>
              <WrittenText text={textOf(takenOut, section)} />
            </div>
          ))}
        </details>
      )}
    </Card>
  );
}

/** The tasks that an amendment took out of a report while it was written, each with what was written, until it is filed. */
export function TakenOutTasks({ tasks, form }: { tasks: readonly ReportTask[]; form: EntryForm }) {
  const takenOut = tasks.filter((task) => task.takenOut !== null);
  if (takenOut.length === 0) return null;
  return (
    <div className="mt-6 grid gap-4">
      {takenOut.map((task) => (
        <TakenOutTask key={task.taskId} task={task} form={form} />
      ))}
    </div>
  );
}
