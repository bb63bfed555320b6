import { NoticeBox } from '@/components/ui/notice-box';
import type { CalendarTask } from '@/lib/plans/deadlines/loaders';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

/** Asks a coordinator for the arrangement of the year, and for the deadlines that the calendar would move. */
export function CalendarTaskNotice({ task }: { task: CalendarTask }) {
  const t = useT();
  if (!task || (task.year === null && task.moves === 0)) return null;
  const { year, moves } = task;
  return (
    <div className="no-print mb-6">
      <NoticeBox tone="warning" title={t('workCalendar.task.title')}>
        {year && (
          <p>
            {t('workCalendar.task.year', { year: String(year.number) })}{' '}
            <a href={year.isThere ? routes.calendarYear(year.number) : routes.calendar()} className="link">
              {t('workCalendar.task.enter')}
            </a>
          </p>
        )}
        {moves > 0 && (
          <p>
            {t('workCalendar.task.moves', { count: moves })}{' '}
            <a href={routes.calendar()} className="link">
              {t('workCalendar.task.look')}
            </a>
          </p>
        )}
      </NoticeBox>
    </div>
  );
}
