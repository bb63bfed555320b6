'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { SubmitButton } from '@/components/ui/submit-button';
import { draftExampleAction } from '@/lib/first-day/actions';
import { useT } from '@/lib/text/use-division-t';

/** Stores the notice of 2020 as a draft, to try the portal with. */
export function ExampleForm() {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(draftExampleAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-2">
      <FormProblem state={state} fields={[]} />
      <p className="text-muted">{t('firstDay.exampleLead')}</p>
      <div>
        <SubmitButton variant="secondary">{t('firstDay.example')}</SubmitButton>
      </div>
    </form>
  );
}
