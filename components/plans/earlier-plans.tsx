import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import type { Plan } from '@/lib/plans/data';
import { useT } from '@/lib/text/use-t';
import { PlanFacts } from './plan-facts';

/** The plans before the one at the top of the page. */
export function EarlierPlans({ plans }: { plans: readonly Plan[] }) {
  const t = useT();
  return (
    <section>
      <SectionHeading>{t('public.home.earlierPlans')}</SectionHeading>
      <div className="grid gap-4">
        {plans.map((plan) => (
          <Card key={plan.code}>
            <h3 className="mb-4 text-lg font-bold">{plan.title}</h3>
            <PlanFacts plan={plan} />
          </Card>
        ))}
      </div>
    </section>
  );
}
