import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import type { Plan } from '@/lib/plans/data';
import { useT } from '@/lib/text/use-division-t';

type PlanChoiceProps = {
  page: Route;
  plans: readonly Pick<Plan, 'code' | 'title'>[];
  plan: string | undefined;
};

/** Chooses the plan that a page is about, where there are several; works without scripts. */
export function PlanChoice({ page, plans, plan }: PlanChoiceProps) {
  const t = useT();
  if (plans.length < 2) return null;
  return (
    <form action={page} method="get" className="mb-5 flex flex-wrap items-end gap-4">
      <div className="w-full min-w-0 sm:max-w-xl">
        <SelectField
          label={t('review.filter.plan')}
          name="plan"
          className="h-12"
          defaultValue={plan}
          options={plans.map(({ code, title }) => ({ value: code, label: title }))}
        />
      </div>
      <Button type="submit" variant="secondary" className="h-12">
        {t('ui.choosePlan')}
      </Button>
    </form>
  );
}
