'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { type FormPlan, PlanVersion } from '@/components/plans/settings/plan-version';
import { SubmitButton } from '@/components/ui/submit-button';
import { resetPlanFormAction } from '@/lib/plans/form/actions';
import { useT } from '@/lib/text/use-division-t';

/** Gives the plan the form of the notice again. */
export function ResetForm({ plan }: { plan: FormPlan }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(resetPlanFormAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit} className="flex flex-wrap items-center gap-4">
      <FormProblem state={state} />
      <PlanVersion plan={plan} />
      <SubmitButton variant="secondary">{t('planForm.desk.resetButton')}</SubmitButton>
      <span className="text-sm text-muted">{t('planForm.desk.resetHint')}</span>
    </form>
  );
}
