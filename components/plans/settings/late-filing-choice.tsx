'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { RadioGroupField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { afterClosings } from '@/lib/domain/deadline/closing';
import type { DeskPlan } from '@/lib/plans/desk/data';
import { setPlanLateFilingAction } from '@/lib/plans/settings/actions';
import { useT } from '@/lib/text/use-division-t';
import { PlanVersion } from './plan-version';

/** Sets whether the reports of an issued plan can be filed after the closing instant. */
export function LateFilingChoice({ plan }: { plan: DeskPlan }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(setPlanLateFilingAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-4">
      <FormProblem state={state} />
      <PlanVersion plan={plan} />
      <RadioGroupField
        name="afterClosing"
        legend={t('plans.fields.afterClosing')}
        options={afterClosings.map((value) => ({ value, label: t(`plans.afterClosing.${value}`) }))}
        defaultValue={plan.afterClosing}
      />
      <div>
        <SubmitButton variant="secondary">{t('plans.settings.saveAfterClosing')}</SubmitButton>
      </div>
    </form>
  );
}
