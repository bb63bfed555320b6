'use client';

import { DoneLine } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { TickAll } from '@/components/ui/tick-all';
import { setGroupAction } from '@/lib/register/groups/actions';
import type { AgencyGroup } from '@/lib/register/groups/data';
import type { NamedAgency } from '@/lib/register/loaders';
import { type FormState, isTicked, typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-division-t';

type GroupFormProps = { group?: AgencyGroup; agencies: readonly NamedAgency[]; isOpen?: boolean; newName?: string };

function MemberTicks({ group, agencies, state }: GroupFormProps & { state: FormState }) {
  const t = useT();
  const isMember = (id: string) => group?.members.some((member) => member.id === id) ?? false;
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-medium">{t('register.groupsPage.members')}</legend>
      {agencies.length > 1 && <TickAll boxes='[name="agencyIds"]' />}
      <div className="grid gap-x-6 sm:grid-cols-2 lg:grid-cols-3">
        {agencies.map(({ id, name }) => (
          <label key={id} className="flex min-h-9 items-center gap-2.5">
            <input
              type="checkbox"
              name="agencyIds"
              value={id}
              defaultChecked={isTicked(state, { name: 'agencyIds', value: id }, isMember(id))}
              className="size-5 shrink-0 accent-accent"
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Sets the members of a group, or makes a new one; `newName` is the name that is proposed for it. */
export function GroupForm({ group, agencies, isOpen = false, newName = '' }: GroupFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(setGroupAction, {
    place: `register/groups/${group?.id ?? 'new'}`,
  });
  const name = {
    name: 'name',
    id: `group-name-${group?.id ?? 'new'}`,
    label: t('register.groupsPage.name'),
    defaultValue: typedIn(state).name ?? newName,
    error: fieldError(t, state, 'name'),
  };
  return (
    <details open={isOpen || state.status !== 'idle'}>
      <summary className={buttonClass('secondary')}>
        {t(group ? 'register.groupsPage.edit' : 'register.groupsPage.new')}
      </summary>
      <form action={action} onSubmit={onSubmit} noValidate className="mt-4 grid gap-4">
        <KeptNotice kept={kept} />
        <FormProblem state={state} fields={[name]} />
        <DoneLine state={state}>{t('register.groupsPage.saved')}</DoneLine>
        {group ? (
          <input type="hidden" name="name" value={group.name} />
        ) : (
          <div className="max-w-md">
            <TextField {...name} hint={t('register.groupsPage.nameHint')} required />
          </div>
        )}
        <MemberTicks group={group} agencies={agencies} state={state} />
        <SubmitButton className="justify-self-start">{t('register.groupsPage.save')}</SubmitButton>
      </form>
    </details>
  );
}
