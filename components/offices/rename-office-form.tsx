'use client';

import { DoneLine } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { renameOfficeAction } from '@/lib/offices/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { officeNameLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-division-t';

/** Gives an office another name. */
export function RenameOfficeForm({ office }: { office: { id: string; name: string } }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(renameOfficeAction, { place: `office/${office.id}` });
  const label = t('offices.name');
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid max-w-text gap-4">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={[{ name: 'name', id: 'office-name', label }]} />
      <DoneLine state={state}>{t('offices.renamed')}</DoneLine>
      <input type="hidden" name="officeId" value={office.id} />
      <TextField
        id="office-name"
        name="name"
        label={label}
        required
        maxLength={officeNameLimit}
        defaultValue={typedIn(state).name ?? office.name}
        error={fieldError(t, state, 'name')}
      />
      <div>
        <SubmitButton variant="secondary">{t('offices.renameSubmit')}</SubmitButton>
      </div>
    </form>
  );
}
