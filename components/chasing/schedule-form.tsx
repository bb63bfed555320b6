'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { CheckboxField, SelectField, TextField } from '@/components/ui/field';
import { FieldError } from '@/components/ui/field-frame';
import { SubmitButton } from '@/components/ui/submit-button';
import { setChasingScheduleAction } from '@/lib/chasing/actions';
import { chasingRecipients, type ScheduleStep, stepTimes } from '@/lib/domain/chasing/chasing';
import { type FormState, isTicked, typedIn } from '@/lib/schemas/form-state';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

type StepFieldsProps = { index: number; step: ScheduleStep | undefined; state: FormState };

const nameOf = (index: number, field: keyof ScheduleStep) => `steps[${index}].${field}`;
const numberOf = (t: Translate, index: number) => t('chasing.schedule.step', { number: index + 1 });

function StepFields({ index, step, state }: StepFieldsProps) {
  const t = useT();
  const typed = typedIn(state);
  const of = (field: keyof ScheduleStep) => ({
    name: nameOf(index, field),
    error: fieldError(t, state, nameOf(index, field)),
  });
  const to = of('to');
  return (
    <fieldset className="grid gap-3 border-t border-line pt-4">
      <legend className="font-medium">{numberOf(t, index)}</legend>
      <div className="flex flex-wrap items-end gap-4">
        <SelectField
          {...of('when')}
          label={t('chasing.schedule.when')}
          emptyOption={t('chasing.schedule.unused')}
          options={stepTimes.map((when) => ({ value: when, label: t(`chasing.schedule.whens.${when}`) }))}
          defaultValue={typed[nameOf(index, 'when')] ?? step?.when}
        />
        <TextField
          {...of('days')}
          label={t('chasing.schedule.days')}
          type="number"
          min={1}
          max={30}
          defaultValue={typed[nameOf(index, 'days')] ?? step?.days}
        />
        <fieldset id={to.name} tabIndex={-1} className="grid gap-1">
          <legend className="font-medium">{t('chasing.schedule.to')}</legend>
          {to.error && <FieldError id={to.name}>{to.error}</FieldError>}
          <div className="flex flex-wrap gap-x-5">
            {chasingRecipients.map((recipient) => (
              <CheckboxField
                key={recipient}
                label={t(`roles.${recipient}`)}
                name={to.name}
                id={`${to.name}-${recipient}`}
                value={recipient}
                defaultChecked={isTicked(
                  state,
                  { name: to.name, value: recipient },
                  step?.to.includes(recipient) ?? false,
                )}
              />
            ))}
          </div>
        </fieldset>
      </div>
    </fieldset>
  );
}

type ScheduleFormProps = { plan: string; schedule: readonly ScheduleStep[]; most: number };

/** Sets the chasing schedule: on which working days around the last day whom the portal notifies. */
export function ScheduleForm({ plan, schedule, most }: ScheduleFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(setChasingScheduleAction, {
    place: `chasing-schedule/${plan}`,
  });
  const steps = Array.from({ length: most }, (_, index) => index);
  const fields = steps.flatMap((index) =>
    (['days', 'to'] as const).map((field) => {
      const name = nameOf(index, field);
      return { name, id: name, label: `${numberOf(t, index)} ${t(`chasing.schedule.${field}`)}` };
    }),
  );
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-5">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={fields} />
      <input type="hidden" name="plan" value={plan} />
      {steps.map((index) => (
        <StepFields key={index} index={index} step={schedule[index]} state={state} />
      ))}
      <div>
        <SubmitButton>{t('chasing.schedule.save')}</SubmitButton>
      </div>
    </form>
  );
}
