import { type Column, DataTable } from '@/components/ui/data-table';
import type { Deadline } from '@/lib/domain/deadline/deadline';
import { namedDeadlineWords } from '@/lib/text/deadline-words';
import { formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';
import { CountedDays } from './counted-days';

/** Last days as a rule and the calendar give them, each with the days that were counted. */
export function DeadlineTable({ deadlines, caption }: { deadlines: readonly Deadline[]; caption: string }) {
  const t = useT();
  const columns: Column<Deadline>[] = [
    {
      key: 'period',
      header: t('plans.periods.period'),
      isRowHeader: true,
      tight: true,
      cell: ({ periodCode }) => formatPeriod(periodCode),
    },
    {
      key: 'dueOn',
      header: t('plans.periods.dueOn'),
      cell: (deadline) => (
        <>
          {namedDeadlineWords(t, deadline)}
          <CountedDays {...deadline} caption={formatPeriod(deadline.periodCode)} />
        </>
      ),
    },
  ];
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={columns}
      rows={deadlines}
      rowKey={({ periodCode }) => periodCode}
    />
  );
}
