import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';

type PlanChoiceProps = { plans: readonly { code: string; title: string }[]; plan: string | undefined };

/** Chooses the plan of the documents, where there are several; works without scripts. */
export function PlanChoice({ plans, plan }: PlanChoiceProps) {
  const t = useT();
  if (plans.length < 2) return null;
  return (
    <form action={routes.documents()} method="get" className="mb-5 flex flex-wrap items-end gap-4">
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
        {t('documents.desk.choosePlan')}
      </Button>
    </form>
  );
}
