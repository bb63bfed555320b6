import { CountedDays } from '@/components/plans/rule/counted-days';
import type { FormPlan } from '@/components/plans/settings/plan-version';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { SectionHeading } from '@/components/ui/section-heading';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { PeriodCommand } from '@/lib/domain/plan/plan-periods';
import type { PlanPeriods } from '@/lib/plans/periods/loaders';
import { routes } from '@/lib/routes';
import { namedDeadlineWords } from '@/lib/text/deadline-words';
import { formatDate, formatInstant, formatPeriod } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';
import { PeriodActForm } from './period-act-form';

type Period = PlanPeriods['periods'][number];

/** The day that an act sets, with the one that holds now. */
function dayOf(act: PeriodCommand['name'], { opensAt, dueOn }: Period) {
  if (act === 'open-period') return { name: 'opensOn' as const, on: civilDateOf(opensAt) };
  return act === 'move-deadline' ? { name: 'dueOn' as const, on: dueOn } : null;
}

type PeriodCardProps = { plan: FormPlan; period: Period };

/** One period of an issued plan: its dates, the numbers of its reports, and the acts on it. */
export function PeriodCard({ plan, period }: PeriodCardProps) {
  const t = useT();
  const { code, end, reports, begun, withDivision, accepted, acts } = period;
  const state =
    end === 'closed' && period.closedAt ? t('plans.periods.closedAt', { at: formatInstant(period.closedAt) }) : '';
  const items = [
    { term: t('plans.periods.opensOn'), details: formatDate(civilDateOf(period.opensAt)) },
    { term: t('plans.periods.dueOn'), details: namedDeadlineWords(t, period) },
    {
      term: t('plans.periods.counts'),
      details:
        end === 'skipped'
          ? t('plans.periods.skippedFor', { reason: period.skippedFor })
          : t('plans.periods.countsOf', { reports, withDivision, accepted, writing: begun - withDivision }),
    },
    { term: t('plans.periods.state'), details: state },
  ];
  return (
    <Card className="grid gap-4">
      <SectionHeading aside={end && <span className="font-medium text-warning">{t(`plans.periods.ends.${end}`)}</span>}>
        {formatPeriod(code)}
      </SectionHeading>
      <DefinitionList items={items.filter(({ details }) => details !== '')} />
      <div className="flex flex-wrap gap-x-6 gap-y-2">
        <CountedDays reasons={period.reasons} dueOn={period.dueOn} caption={formatPeriod(code)} />
        {end === null && (
          <a href={routes.lateFilingOf(plan.code, code)} className="link">
            {t('plans.periods.lateFiling')}
          </a>
        )}
      </div>
      {acts.length > 0 && (
        <details>
          <summary className="link w-fit">{t('plans.periods.change', { period: formatPeriod(code) })}</summary>
          <div className="mt-3 grid max-w-text gap-5">
            {acts.map((act) => (
              <PeriodActForm key={act} plan={plan} quarter={code} act={act} day={dayOf(act, period)} />
            ))}
          </div>
        </details>
      )}
    </Card>
  );
}
