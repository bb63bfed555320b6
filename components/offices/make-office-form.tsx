'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { makeOfficeAction } from '@/lib/offices/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { officeCodeLimit, officeNameLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-division-t';

/** Makes an office. */
export function MakeOfficeForm() {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(makeOfficeAction, { place: 'office' });
  const of = (name: 'name' | 'code') => ({
    name,
    id: `office-${name}`,
    label: t(`offices.${name}`),
    defaultValue: typedIn(state)[name],
    error: fieldError(t, state, name),
    required: true,
  });
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid max-w-text gap-4">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={[of('name'), of('code')]} />
      <TextField {...of('name')} maxLength={officeNameLimit} />
      <TextField {...of('code')} maxLength={officeCodeLimit} hint={t('offices.codeHint')} />
      <div>
        <SubmitButton>{t('offices.makeSubmit')}</SubmitButton>
      </div>
    </form>
  );
}
