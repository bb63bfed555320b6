import { fieldAnchor } from '@/components/reports/entry-fields';
import { NoticeBox } from '@/components/ui/notice-box';
import { missingFields } from '@/lib/domain/report/completeness';
import { routes } from '@/lib/routes';
import { fieldLabel } from '@/lib/text/entry-words';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';
import type { CheckedReport } from './checked-report';

/** All missing parts of the report, task by task, each with a link to its field. */
export function MissingList({ report }: { report: CheckedReport }) {
  const t = useT();
  const { form } = report;
  const tasks = report.entries
    .map((entry) => ({
      taskId: entry.taskId,
      taskCode: entry.taskCode,
      number: taskNumber(entry.taskCode),
      missing: missingFields(entry, form),
    }))
    .filter((task) => task.missing.length > 0);
  const count = tasks.reduce((sum, task) => sum + task.missing.length, 0);
  if (count === 0) return null;
  return (
    <NoticeBox tone="warning" title={t('filing.check.missingTitle', { count })}>
      <p>{t('filing.check.missingLead')}</p>
      <ul className="mt-2 grid gap-1.5">
        {tasks.map((task) => (
          <li key={task.taskId} className="flex flex-wrap gap-x-3">
            <span className="font-medium">{t('filing.task', { number: task.number })}</span>
            {task.missing.map((field) => (
              <a
                key={field}
                href={`${routes.report(report.id)}#${fieldAnchor(task.taskCode, field)}`}
                className="link"
                aria-label={t('filing.taskField', { number: task.number, field: fieldLabel(t, form, field) })}
              >
                {fieldLabel(t, form, field)}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </NoticeBox>
  );
}
