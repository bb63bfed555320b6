'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { DeskPlan } from '@/lib/plans/desk/data';
import { setPlanContactAction } from '@/lib/plans/settings/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-division-t';
import { PlanVersion } from './plan-version';

const names = ['contactOffice', 'contactPerson', 'contactPhone'] as const;

/** Sets the contact of an issued plan. */
export function ContactForm({ plan }: { plan: DeskPlan }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(setPlanContactAction, { place: `plan-contact/${plan.code}` });
  const typed = typedIn(state);
  const fields = names.map((name) => ({ name, id: name, label: t(`plans.fields.${name}`) }));
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid max-w-3xl gap-4">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={fields} />
      <PlanVersion plan={plan} />
      <div className="grid gap-4 sm:grid-cols-3">
        {fields.map(({ name, label }) => (
          <TextField
            key={name}
            name={name}
            label={label}
            error={fieldError(t, state, name)}
            defaultValue={typed[name] ?? plan[name]}
            required={name === 'contactOffice'}
          />
        ))}
      </div>
      <div>
        <SubmitButton variant="secondary">{t('plans.settings.saveContact')}</SubmitButton>
      </div>
    </form>
  );
}
