'use client';

import { DoneLine } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import type { FormPlan } from '@/components/plans/settings/plan-version';
import { SubmitButton } from '@/components/ui/submit-button';
import { renumberPlanAction } from '@/lib/register/numbers/actions';
import type { PlanNumber } from '@/lib/register/numbers/data';
import { typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-division-t';
import { PlanNumbersTable } from './plan-numbers-table';

type PlanNumbersFormProps = { plan: FormPlan; agencies: readonly PlanNumber[] };

const names = ['number', 'position'] as const;

/** The agencies of a draft with fields for their numbers and places, which are stored together. */
export function PlanNumbersForm({ plan, agencies }: PlanNumbersFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(renumberPlanAction, { place: `plans/${plan.code}/numbers` });
  const fieldOf = (name: (typeof names)[number], row: PlanNumber, index: number) => {
    const field = `agencies[${index}].${name}`;
    return {
      name: field,
      id: `${name}-${row.agencyId}`,
      label: t(`register.numbers.${name}Of`, { agency: row.name }),
      defaultValue: typedIn(state)[field] ?? String(row[name]),
    };
  };
  const input = (name: (typeof names)[number]) => (row: PlanNumber, index: number) => {
    const { label, ...field } = fieldOf(name, row, index);
    const isWrong = fieldError(t, state, field.name) !== undefined;
    return (
      <span data-subject={row.agencyId}>
        <input type="text" aria-label={label} aria-invalid={isWrong || undefined} className="control w-24" {...field} />
        {name === 'number' && <input type="hidden" name={`agencies[${index}].agencyId`} value={row.agencyId} />}
      </span>
    );
  };
  const fields = agencies.flatMap((row, index) => names.map((name) => fieldOf(name, row, index)));
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-4">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={fields} />
      <DoneLine state={state}>{t('register.numbers.saved')}</DoneLine>
      <input type="hidden" name="planCode" value={plan.code} />
      <input type="hidden" name="version" value={plan.version} />
      <PlanNumbersTable agencies={agencies} cells={{ number: input('number'), position: input('position') }} />
      <SubmitButton className="justify-self-start">{t('register.numbers.save')}</SubmitButton>
    </form>
  );
}
