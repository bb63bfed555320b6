import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { Plan } from '@/lib/plans/data';
import { useT } from '@/lib/text/use-t';
import { PlanFacts } from './plan-facts';
import { PlanTitle } from './plan-title';

/** The plans that are closed, whose periods are read on their own pages. */
export function EndedPlans({ plans }: { plans: readonly Plan[] }) {
  const t = useT();
  return (
    <section>
      <SectionHeading>{t('public.home.endedPlans')}</SectionHeading>
      <div className="grid gap-4">
        {plans.map((plan) => (
          <Card key={plan.code}>
            <PlanTitle plan={plan} />
            <PlanFacts plan={plan} />
          </Card>
        ))}
      </div>
    </section>
  );
}
