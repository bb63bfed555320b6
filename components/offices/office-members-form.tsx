'use client';

import { DoneLine } from '@/components/forms/done-line';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { CheckboxField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { setOfficeMembersAction } from '@/lib/offices/actions';
import type { DivisionAccount, ListedOffice } from '@/lib/offices/data';
import { isTicked } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-division-t';

type OfficeMembersFormProps = { office: ListedOffice; division: readonly DivisionAccount[] };

/** Says which accounts of the division belong to an office. */
export function OfficeMembersForm({ office, division }: OfficeMembersFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(setOfficeMembersAction, nothingTyped);
  const rolesOf = ({ roles }: DivisionAccount) => roles.map((role) => t(`roles.${role}`)).join('、');
  const everywhere = division.filter(({ allOffices }) => allOffices);
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid gap-4">
      <FormProblem state={state} fields={[{ name: 'accountIds', id: 'members', label: t('offices.members') }]} />
      <DoneLine state={state}>{t('offices.membersSaved')}</DoneLine>
      <input type="hidden" name="officeId" value={office.id} />
      {everywhere.length > 0 && (
        <ul className="grid gap-1 text-muted">
          {everywhere.map((account) => (
            <li key={account.accountId}>
              {t('offices.holdsAll', { name: account.displayName, roles: rolesOf(account) })}
            </li>
          ))}
        </ul>
      )}
      <fieldset id="members" tabIndex={-1} className="grid gap-1">
        <legend className="sr-only">{t('offices.members')}</legend>
        {division
          .filter(({ allOffices }) => !allOffices)
          .map((account) => (
            <CheckboxField
              key={account.accountId}
              id={`member-${account.accountId}`}
              name="accountIds"
              value={account.accountId}
              label={t('offices.person', {
                name: account.displayName,
                roles: rolesOf(account),
                userName: account.userName,
              })}
              defaultChecked={isTicked(
                state,
                { name: 'accountIds', value: account.accountId },
                office.memberIds.includes(account.accountId),
              )}
            />
          ))}
      </fieldset>
      <div>
        <SubmitButton>{t('offices.membersSubmit')}</SubmitButton>
      </div>
    </form>
  );
}
