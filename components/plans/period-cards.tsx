import { Light } from '@/components/ui/light';
import type { Plan, PlanPeriod } from '@/lib/plans/data';
import type { PublishedReport } from '@/lib/publication/data';
import { formatDate, formatDateWithWeekday, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

type PeriodCardProps = { period: PlanPeriod; cutoff: string; published: number };

function PeriodCard({ period, cutoff, published }: PeriodCardProps) {
  const t = useT();
  return (
    <li className="card border-t-4 border-t-accent p-4">
      <h3 className="font-bold">{formatPeriod(period.code)}</h3>
      <p className="mt-2 text-xs text-muted">{t('public.period.dueOn')}</p>
      <p className="font-medium tabular-nums">
        <time dateTime={period.dueOn} title={formatDate(period.dueOn)}>
          {formatDateWithWeekday(period.dueOn)}
        </time>
      </p>
      <p className="text-sm text-muted">{t('public.period.closes', { cutoff })}</p>
      <div className="mt-2 flex flex-wrap gap-x-4 text-sm">
        <Light tone={published > 0 ? 'green' : 'grey'}>{t('public.period.publishedCount', { count: published })}</Light>
        {period.provisional && <Light tone="yellow">{t('public.period.provisional')}</Light>}
      </div>
    </li>
  );
}

/** The periods of a plan, each with its last day and the number of public reports. */
export function PeriodCards({ plan, reports }: { plan: Plan; reports: readonly PublishedReport[] }) {
  return (
    <ol className="grid gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {plan.periods.map((period) => (
        <PeriodCard
          key={period.code}
          period={period}
          cutoff={plan.deadlineRule.cutoff}
          published={reports.filter((report) => report.periodCode === period.code).length}
        />
      ))}
    </ol>
  );
}
