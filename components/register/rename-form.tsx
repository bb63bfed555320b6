'use client';

import { DoneLine } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { FoundAgency } from '@/lib/register/agency/data';
import { renameAgencyAction } from '@/lib/register/changes/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-division-t';
import { ChangeFields, changeFields } from './change-fields';

/** Gives an agency another name from a day on. */
export function RenameForm({ agency, today }: { agency: FoundAgency; today: string }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(renameAgencyAction, {
    place: `register/${agency.code}/name`,
  });
  const name = {
    name: 'name',
    id: 'rename-name',
    label: t('register.rename.name'),
    defaultValue: typedIn(state).name ?? '',
    error: fieldError(t, state, 'name'),
  };
  return (
    <details open={state.status !== 'idle'}>
      <summary className={buttonClass('secondary')}>{t('register.rename.title')}</summary>
      <form action={action} onSubmit={onSubmit} noValidate className="mt-4 grid max-w-3xl gap-5">
        <p className="text-muted">{t('register.rename.hint')}</p>
        <KeptNotice kept={kept} />
        <FormProblem state={state} fields={[name, ...changeFields(t)]} />
        <DoneLine state={state}>{t('register.rename.done')}</DoneLine>
        <TextField {...name} required />
        <ChangeFields state={state} agency={agency} today={today} />
        <SubmitButton className="justify-self-start">{t('register.rename.submit')}</SubmitButton>
      </form>
    </details>
  );
}
