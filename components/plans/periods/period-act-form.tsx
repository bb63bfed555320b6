'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { type FormPlan, PlanVersion } from '@/components/plans/settings/plan-version';
import { DateField, TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { PeriodCommand } from '@/lib/domain/plan/plan-periods';
import { periodAction } from '@/lib/plans/periods/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { planReasonLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-division-t';

type PeriodActFormProps = {
  plan: FormPlan;
  quarter: string;
  act: PeriodCommand['name'];
  /** The day that the act sets, as it is now; null for an act that sets none. */
  day: { name: 'opensOn' | 'dueOn'; on: string } | null;
};

/** One act on a period: its day, its reason, its button. */
export function PeriodActForm({ plan, quarter, act, day }: PeriodActFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(periodAction, {
    place: `period/${plan.code}/${quarter}/${act}`,
  });
  const typed = typedIn(state);
  const idOf = (name: string) => `${act}-${quarter}-${name}`;
  const hasReason = act !== 'open-period';
  const labels = { opensOn: t('plans.periods.opensOn'), dueOn: t('plans.periods.dueOn'), reason: t('plans.reason') };
  const names = [...(day ? [day.name] : []), ...(hasReason ? (['reason'] as const) : [])];
  const of = (name: keyof typeof labels) => ({
    name,
    id: idOf(name),
    label: labels[name],
    error: fieldError(t, state, name),
    required: true,
  });
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-3 border-t border-line pt-4">
      <h3 className="font-medium">{t(`plans.periods.acts.${act}.title`)}</h3>
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={names.map((name) => ({ name, id: idOf(name), label: labels[name] }))} />
      <PlanVersion plan={plan} />
      <input type="hidden" name="quarter" value={quarter} />
      <input type="hidden" name="act" value={act} />
      <p className="text-sm text-muted">{t(`plans.periods.acts.${act}.hint`)}</p>
      {day && <DateField {...of(day.name)} defaultValue={typed[day.name] ?? day.on} />}
      {hasReason && <TextAreaField {...of('reason')} rows={2} limit={planReasonLimit} defaultValue={typed.reason} />}
      <div>
        <SubmitButton variant="secondary">{t(`plans.periods.acts.${act}.submit`)}</SubmitButton>
      </div>
    </form>
  );
}
