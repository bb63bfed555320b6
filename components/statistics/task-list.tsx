import { ProgressLightMark } from '@/components/reports/progress-light-mark';
import { WrittenText } from '@/components/ui/written-text';
import { routes } from '@/lib/routes';
import type { ReportedTask } from '@/lib/statistics/entries/data';
import { formatPeriod } from '@/lib/text/format';
import { taskNumber, taskWords } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-division-t';

/** Reported tasks, each with its agency, period and light, and with its named problem if asked for. */
export function TaskList({ tasks, withProblems }: { tasks: readonly ReportedTask[]; withProblems: boolean }) {
  const t = useT();
  return (
    <ul className="ruled">
      {tasks.map(({ id, reportId, periodCode, agencyName, taskCode, taskText, light, problems }) => (
        <li key={id} className="grid gap-2 py-4 first:pt-0 last:pb-0">
          <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <a href={routes.reportReview(reportId)} className="link font-semibold">
              {t('review.report.title', { agency: agencyName, period: formatPeriod(periodCode) })}
              <span className="sr-only"> {t('statistics.tasks.task', { number: taskNumber(taskCode) })}</span>
            </a>
            {light && <ProgressLightMark light={light} />}
          </p>
          {withProblems && <WrittenText text={problems} className="max-w-text" />}
          <p className={`max-w-text ${withProblems ? 'text-sm text-muted' : ''}`}>
            <span className="mr-2 font-medium">{t('statistics.tasks.task', { number: taskNumber(taskCode) })}</span>
            {taskWords(taskText)}
          </p>
        </li>
      ))}
    </ul>
  );
}
