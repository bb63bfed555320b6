import { fieldAnchor, taskAnchor } from '@/components/reports/entry-fields';
import type { DeskReport, TaskToReport } from '@/lib/filing/desk/desk';
import { routes } from '@/lib/routes';
import { fieldLabel } from '@/lib/text/entry-words';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';

function MissingOfTask({ report, task }: { report: DeskReport; task: TaskToReport }) {
  const t = useT();
  const number = taskNumber(task.code);
  const name = t('filing.task', { number });
  const editor = routes.report(report.id);
  return (
    <li className="grid gap-x-4 py-2 sm:grid-cols-[5em_1fr]">
      <a href={`${editor}#${taskAnchor(task.code)}`} className="title-link font-medium">
        {name}
      </a>
      {task.missing.length + task.contradictions.length === 0 ? (
        <span className="text-success">{t('filing.editor.complete')}</span>
      ) : (
        <span className="flex flex-wrap gap-x-4 gap-y-1">
          {task.missing.map((field) => (
            <a
              key={field}
              href={`${editor}#${fieldAnchor(task.code, field)}`}
              className="link"
              aria-label={t('filing.taskField', { number, field: fieldLabel(t, report.form, field) })}
            >
              {fieldLabel(t, report.form, field)}
            </a>
          ))}
          {task.contradictions.map(({ section }) => (
            <a key={section} href={`${editor}#${fieldAnchor(task.code, section)}`} className="link">
              {t('filing.contradiction.of', { field: fieldLabel(t, report.form, section) })}
            </a>
          ))}
        </span>
      )}
    </li>
  );
}

/** The missing parts, task by task, each with a link to its field; for a report not started, a text that says so. */
export function MissingParts({ report }: { report: DeskReport }) {
  const t = useT();
  const { status, tasks } = report;
  if (status === 'not_started') {
    return <p className="text-muted">{t('filing.overview.missing.notStarted', { count: tasks.length })}</p>;
  }
  if (status !== 'draft' && status !== 'returned') return null;
  const count = tasks.reduce((sum, { missing, contradictions }) => sum + missing.length + contradictions.length, 0);
  if (count === 0) {
    return (
      <p className="font-medium text-success">
        {t('filing.overview.missing.none')}{' '}
        <a href={routes.reportCheck(report.id)} className="link font-normal">
          {t('filing.overview.missing.toCheck')}
        </a>
      </p>
    );
  }
  return (
    <section aria-labelledby={`missing-${report.id}`}>
      <p id={`missing-${report.id}`} className="font-semibold">
        {t('filing.overview.missing.title', { count })}
      </p>
      <ul className="ruled">
        {tasks.map((task) => (
          <MissingOfTask key={task.id} report={report} task={task} />
        ))}
      </ul>
    </section>
  );
}
