import { Light } from '@/components/ui/light';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { Plan, PlanPeriod } from '@/lib/plans/data';
import type { StateCounts } from '@/lib/publication/states/loaders';
import { formatDate, formatDateWithWeekday, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-t';

const otherStates = ['under_review', 'overdue', 'withdrawn'] as const;

/** The numbers of agencies that are public, under review, overdue or withdrawn; a period that has not begun says just that. */
function PeriodCounts({ counts }: { counts: StateCounts }) {
  const t = useT();
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  if (total === 0) return null;
  if (counts.not_due === total) return <p className="text-muted">{t('public.states.not_due')}</p>;
  const { published = 0 } = counts;
  const others = otherStates.flatMap((kind) =>
    counts[kind] ? t(`public.period.counts.${kind}`, { count: counts[kind] }) : [],
  );
  return (
    <>
      <p className={published > 0 ? 'font-medium text-accent' : ''}>
        {t('public.period.publishedOf', { total, count: published })}
      </p>
      {others.length > 0 && <p className="text-muted">{others.join('，')}</p>}
    </>
  );
}

type PeriodCardProps = { period: PlanPeriod; cutoff: string; counts: StateCounts };

function PeriodCard({ period, cutoff, counts }: PeriodCardProps) {
  const t = useT();
  return (
    <li className="card border-t-4 border-t-accent p-3 md:p-4">
      <h4 className="font-bold">{formatPeriod(period.code)}</h4>
      <p className="mt-2 text-xs text-muted">{t('public.period.dueOn')}</p>
      <p className="font-medium tabular-nums">
        <time dateTime={period.dueOn} title={formatDate(period.dueOn)}>
          {formatDateWithWeekday(period.dueOn)}
        </time>
      </p>
      <p className="text-sm text-muted">{t('public.period.closes', { cutoff })}</p>
      <div className="mt-2 grid gap-0.5 text-sm">
        <PeriodCounts counts={counts} />
        {period.provisional && <Light tone="yellow">{t('public.period.provisional')}</Light>}
      </div>
    </li>
  );
}

/** The periods of a plan, each with its last day and how many reports have which public state. */
export function PeriodCards({ plan, counts }: { plan: Plan; counts: ReadonlyMap<PeriodCode, StateCounts> }) {
  return (
    <ol className="grid grid-cols-2 gap-3 md:gap-4 lg:grid-cols-4">
      {plan.periods.map((period) => (
        <PeriodCard
          key={period.code}
          period={period}
          cutoff={plan.deadlineRule.cutoff}
          counts={counts.get(period.code) ?? {}}
        />
      ))}
    </ol>
  );
}
