import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import { TextLink } from '@/components/ui/text-link';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { Plan } from '@/lib/plans/data';
import type { StateCounts } from '@/lib/publication/states/loaders';
import { routes } from '@/lib/routes';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';
import { PeriodCards } from './period-cards';
import { PlanFacts } from './plan-facts';
import { PlanTitle } from './plan-title';

export type CountedPlan = Plan & { counts: ReadonlyMap<PeriodCode, StateCounts> };

/** The plans under way: each with its facts, its periods and how many reports of each are public. */
export function CurrentPlans({ plans }: { plans: readonly CountedPlan[] }) {
  const t = useT();
  return (
    <section>
      <SectionHeading aside={<TextLink href={routes.deadlines()}>{t('public.home.why')}</TextLink>}>
        {t('public.home.plan')}
      </SectionHeading>
      <ul className="grid gap-10">
        {plans.map((plan) => (
          <li key={plan.code} className="grid gap-4">
            <Card>
              <PlanTitle plan={plan} />
              <PlanFacts plan={plan} />
            </Card>
            <p className="text-sm text-muted">{t('public.home.periods', rhythmWords(t, plan.rhythm))}</p>
            <PeriodCards plan={plan} counts={plan.counts} />
          </li>
        ))}
      </ul>
    </section>
  );
}
