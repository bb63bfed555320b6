'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { ButtonLink } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { chooseAgencyAction, chooseMembersAction } from '@/lib/plans/import/actions';
import type { PreviewUnit } from '@/lib/plans/import/loaders';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-division-t';

type MembersFormProps = {
  importId: string;
  group: PreviewUnit;
  agencies: readonly { id: string; name: string }[];
};

/** Chooses the agencies for which a name such as 各区人民政府 stands. */
export function MembersForm({ importId, group, agencies }: MembersFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(chooseMembersAction, nothingTyped);
  const { meaning, name } = group;
  const chosen = meaning.kind === 'agencies' ? meaning.agencies.map(({ id }) => id) : [];
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-4">
      <FormProblem state={state} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="unit" value={name} />
      <fieldset>
        <legend className="font-medium">{t('imports.units.membersTitle', { name })}</legend>
        <p className="mb-3 text-sm text-muted">{t('imports.units.membersHint')}</p>
        <div className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
          {agencies.map((agency) => (
            <label key={agency.id} className="flex min-h-8 items-center gap-2">
              <input type="checkbox" name="members" value={agency.id} defaultChecked={chosen.includes(agency.id)} />
              {agency.name}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t('imports.units.saveMembers')}</SubmitButton>
        <ButtonLink variant="secondary" href={routes.planImport(importId)}>
          {t('imports.units.back')}
        </ButtonLink>
      </div>
    </form>
  );
}

type AgencyFormProps = {
  importId: string;
  unit: PreviewUnit;
  agencies: readonly { id: string; name: string }[];
};

/** Chooses the agency of the register that a name means. */
export function AgencyForm({ importId, unit, agencies }: AgencyFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(chooseAgencyAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-4">
      <FormProblem state={state} />
      <input type="hidden" name="importId" value={importId} />
      <input type="hidden" name="unit" value={unit.name} />
      <div className="max-w-96">
        <SelectField
          label={t('imports.units.agency', { name: unit.name })}
          name="agency"
          options={agencies.map(({ name }) => ({ value: name, label: name }))}
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <SubmitButton>{t('imports.units.choose')}</SubmitButton>
        <ButtonLink variant="secondary" href={routes.planImport(importId)}>
          {t('imports.units.back')}
        </ButtonLink>
      </div>
    </form>
  );
}
