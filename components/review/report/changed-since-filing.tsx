import { NoticeBox } from '@/components/ui/notice-box';
import type { ReportTask } from '@/lib/reports/tasks/data';
import { formatPeriod } from '@/lib/text/format';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-division-t';

/** Says for a filed report which of its tasks were amended after it was filed. */
export function ChangedSinceFiling({ tasks }: { tasks: readonly ReportTask[] }) {
  const t = useT();
  const changed = tasks.filter(({ sinceFiling }) => sinceFiling.length > 0);
  if (changed.length === 0) return null;
  return (
    <NoticeBox tone="warning" title={t('tasks.changedSince.title')}>
      <p>{t('tasks.changedSince.explanation')}</p>
      <ul>
        {changed.flatMap((task) =>
          task.sinceFiling.map(({ kind, fromPeriod, reason, madeAt }) => (
            <li key={`${task.taskId} ${madeAt.toISOString()}`}>
              {t('review.report.task', { number: taskNumber(task.taskCode) })} {task.title}：
              {t('tasks.asked.since', { period: formatPeriod(fromPeriod), kind: t(`tasks.kinds.${kind}`), reason })}
            </li>
          )),
        )}
      </ul>
    </NoticeBox>
  );
}
