import { EmptyState } from '@/components/ui/empty-state';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { DeskReport } from '@/lib/filing/desk/desk';
import { deadlineWords } from '@/lib/text/deadline-words';
import { formatDateWithWeekday, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

/** Says that nothing is due, and when the next period opens and closes. */
export function NothingDue({ next }: { next: DeskReport | null }) {
  const t = useT();
  return (
    <EmptyState title={t('filing.desk.nothingDue')}>
      {next
        ? t(next.isProvisional ? 'filing.overview.nothingDue.nextProvisional' : 'filing.overview.nothingDue.next', {
            period: formatPeriod(next.periodCode),
            opensOn: formatDateWithWeekday(civilDateOf(next.opensAt)),
            deadline: deadlineWords(next.dueOn, next.period.rule),
          })
        : t('filing.overview.nothingDue.none')}
    </EmptyState>
  );
}
