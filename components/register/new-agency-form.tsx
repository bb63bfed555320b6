'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { SubmitButton } from '@/components/ui/submit-button';
import { addAgencyAction } from '@/lib/register/actions';
import type { NamedAgency } from '@/lib/register/loaders';
import { useT } from '@/lib/text/use-division-t';
import { AgencyFields, namedFields } from './agency-fields';

/** Adds an agency to the register. */
export function NewAgencyForm({ parents }: { parents: readonly NamedAgency[] }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(addAgencyAction, { place: 'register/new' });
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid max-w-3xl gap-5">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={namedFields(t, true)} />
      <AgencyFields state={state} parents={parents} isNew />
      <SubmitButton className="justify-self-start">{t('register.add.submit')}</SubmitButton>
    </form>
  );
}
