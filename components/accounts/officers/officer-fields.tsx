import { fieldError } from '@/components/forms/field-error';
import { SelectField, TextField } from '@/components/ui/field';
import type { OfficerRow } from '@/lib/accounts/officers/data';
import { userNameLength } from '@/lib/domain/accounts/officers';
import { agencyRoles } from '@/lib/domain/authorization';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { newOfficerChoice } from '@/lib/schemas/officer-choice';
import { useT } from '@/lib/text/use-t';
import { officerName } from './officer';

export type OfficerStep = 'hand-over' | 'give' | 'take';

type OfficerFieldsProps = { step: OfficerStep; officers: readonly OfficerRow[]; state: FormState };

export const fieldId = (step: OfficerStep, name: string) => `${step}-${name}`;

/** Chooses a role and its holder. */
export function HoldingField({ step, officers, state }: OfficerFieldsProps) {
  const t = useT();
  const options = officers.flatMap((officer) =>
    officer.roles.map((role) => ({
      value: `${role}:${officer.accountId}`,
      label: t('accounts.officers.holding', { role: t(`roles.${role}`), officer: officerName(t, officer) }),
    })),
  );
  return (
    <SelectField
      label={t('accounts.officers.fields.holding')}
      name="holding"
      id={fieldId(step, 'holding')}
      required
      emptyOption={t('accounts.officers.fields.choose')}
      options={options}
      defaultValue={typedIn(state).holding ?? ''}
      error={fieldError(t, state, 'holding')}
    />
  );
}

export function RoleField({ step, state }: OfficerFieldsProps) {
  const t = useT();
  return (
    <SelectField
      label={t('accounts.officers.fields.role')}
      name="role"
      id={fieldId(step, 'role')}
      required
      emptyOption={t('accounts.officers.fields.choose')}
      options={agencyRoles.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
      defaultValue={typedIn(state).role ?? ''}
      error={fieldError(t, state, 'role')}
    />
  );
}

/** The names of a new person; shown once the list above has that choice, and always where a browser knows no `:has`. */
function NewOfficerFields({ step, state }: OfficerFieldsProps) {
  const t = useT();
  const typed = typedIn(state);
  return (
    <div className="grid gap-5 border-l-4 border-accent-line pl-4 group-not-has-[option[value=new]:checked]/recipient:hidden">
      <TextField
        label={t('accounts.officers.fields.displayName')}
        name="displayName"
        id={fieldId(step, 'displayName')}
        required
        autoComplete="off"
        maxLength={50}
        defaultValue={typed.displayName}
        error={fieldError(t, state, 'displayName')}
      />
      <TextField
        label={t('accounts.officers.fields.userName')}
        hint={t('accounts.officers.fields.userNameHint', userNameLength)}
        name="userName"
        id={fieldId(step, 'userName')}
        required
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={50}
        defaultValue={typed.userName}
        error={fieldError(t, state, 'userName')}
      />
    </div>
  );
}

/** Chooses the recipient: an officer of the agency, or a new person. */
export function RecipientFields(props: OfficerFieldsProps) {
  const t = useT();
  const { step, officers, state } = props;
  const options = officers.map((officer) => ({ value: officer.accountId, label: officerName(t, officer) }));
  return (
    <div className="group/recipient grid gap-5">
      <SelectField
        label={t(step === 'give' ? 'accounts.officers.fields.recipient' : 'accounts.officers.fields.to')}
        name="to"
        id={fieldId(step, 'to')}
        required
        emptyOption={t('accounts.officers.fields.choose')}
        options={[...options, { value: newOfficerChoice, label: t('accounts.officers.fields.newOfficer') }]}
        defaultValue={typedIn(state).to ?? ''}
        error={fieldError(t, state, 'to')}
      />
      <NewOfficerFields {...props} />
    </div>
  );
}
