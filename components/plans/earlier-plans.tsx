import { Card } from '@/components/ui/card';
import { SectionHeading } from '@/components/ui/section-heading';
import { TextLink } from '@/components/ui/text-link';
import type { Plan } from '@/lib/plans/data';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';
import { PlanFacts } from './plan-facts';

/** The plans beside the one at the top of the page: those under way, then those that are closed. */
export function EarlierPlans({ plans }: { plans: readonly Plan[] }) {
  const t = useT();
  return (
    <section>
      <SectionHeading>{t('public.home.earlierPlans')}</SectionHeading>
      <div className="grid gap-4">
        {plans.map((plan) => (
          <Card key={plan.code}>
            <h3 className="mb-4 text-lg font-bold">
              <TextLink href={routes.planNotice(plan.code)} isTitle>
                {plan.title}
              </TextLink>
              {plan.isClosed && <span className="ml-3 text-sm font-normal text-muted">{t('public.plan.closed')}</span>}
            </h3>
            <PlanFacts plan={plan} />
          </Card>
        ))}
      </div>
    </section>
  );
}
