'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { PlanVersion } from '@/components/plans/settings/plan-version';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { DeskPlan } from '@/lib/plans/desk/data';
import { reopenPlanAction } from '@/lib/plans/lifecycle/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { planReasonLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-division-t';

/** Reopens a closed plan, for a reason. */
export function ReopenForm({ plan }: { plan: DeskPlan }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(reopenPlanAction, { place: `reopen-plan/${plan.code}` });
  const label = t('plans.reason');
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid max-w-text justify-items-start gap-4">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={[{ name: 'reason', id: 'reason', label }]} />
      <PlanVersion plan={plan} />
      <div className="w-full">
        <TextAreaField
          name="reason"
          label={label}
          rows={2}
          limit={planReasonLimit}
          error={fieldError(t, state, 'reason')}
          defaultValue={typedIn(state).reason}
          required
        />
      </div>
      <SubmitButton variant="secondary">{t('plans.reopen.submit')}</SubmitButton>
    </form>
  );
}
