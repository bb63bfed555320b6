import { DataTable } from '@/components/ui/data-table';
import { Light } from '@/components/ui/light';
import type { Plan, PlanPeriod } from '@/lib/plans/data';
import { formatDateWithWeekday, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';
import { planName } from './plan-name';

/** The periods of a plan with their last days. */
export function PeriodTable({ plan }: { plan: Plan }) {
  const t = useT();
  return (
    <DataTable<PlanPeriod>
      caption={t('public.deadlines.caption', { plan: planName(t, plan) })}
      rows={plan.periods}
      rowKey={(period) => period.code}
      columns={[
        {
          key: 'period',
          header: t('public.period.period'),
          isRowHeader: true,
          cell: (period) => formatPeriod(period.code),
        },
        {
          key: 'dueOn',
          header: t('public.deadlines.dueOn'),
          cell: (period) => <time dateTime={period.dueOn}>{formatDateWithWeekday(period.dueOn)}</time>,
        },
        { key: 'closesAt', header: t('public.deadlines.closesAt'), cell: () => plan.deadlineRule.cutoff },
        {
          key: 'state',
          header: t('public.deadlines.state'),
          cell: ({ provisional }) =>
            provisional ? (
              <Light tone="yellow">{t('public.period.provisional')}</Light>
            ) : (
              <Light tone="blue">{t('public.period.confirmed')}</Light>
            ),
        },
      ]}
    />
  );
}
