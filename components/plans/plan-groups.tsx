import type { ReactNode } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { getT } from '@/lib/text/get-t';

type PlanGroupsProps<Plan> = { plans: readonly Plan[]; children: (plan: Plan) => ReactNode | Promise<ReactNode> };

/**
 * Renders its children for each plan, the latest first, under the plan's title, which is only for screen readers where
 * there is one plan.
 */
export async function PlanGroups<Plan extends { code: string; title: string }>({
  plans,
  children,
}: PlanGroupsProps<Plan>) {
  const t = getT();
  if (plans.length === 0) return <EmptyState title={t('public.plan.empty')} />;
  const groups = await Promise.all(plans.map(async (plan) => ({ plan, content: await children(plan) })));
  return (
    <div className="grid gap-10">
      {groups.map(({ plan, content }) => (
        <section key={plan.code}>
          <h2 className={groups.length > 1 ? 'mb-4 text-lg font-bold' : 'sr-only'}>{plan.title}</h2>
          {content}
        </section>
      ))}
    </div>
  );
}
