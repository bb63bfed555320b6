'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { type FormPlan, PlanVersion } from '@/components/plans/settings/plan-version';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { changeRuleAction } from '@/lib/plans/rule/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { planReasonLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-division-t';

type SaveRuleFormProps = {
  plan: FormPlan;
  /** The rule as the page shows it. */
  fields: Record<string, string>;
  /** Of an issued plan, whose periods move. */
  hasReason: boolean;
  /** The number of periods that move. */
  moved: number;
};

/** Gives the plan the rule whose dates the page shows. */
export function SaveRuleForm({ plan, fields, hasReason, moved }: SaveRuleFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(changeRuleAction, { place: `plan-rule/${plan.code}` });
  const label = t('plans.reason');
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid max-w-text gap-4">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={hasReason ? [{ name: 'reason', id: 'reason', label }] : []} />
      <PlanVersion plan={plan} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {hasReason && (
        <TextAreaField
          name="reason"
          label={label}
          rows={2}
          limit={planReasonLimit}
          error={fieldError(t, state, 'reason')}
          defaultValue={typedIn(state).reason}
          required
        />
      )}
      <div>
        <SubmitButton>{hasReason ? t('plans.ruleForm.move', { count: moved }) : t('plans.ruleForm.save')}</SubmitButton>
      </div>
    </form>
  );
}
