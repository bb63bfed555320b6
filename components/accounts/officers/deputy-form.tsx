'use client';

import { DoneLine, useRound } from '@/components/forms/done-line';
import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { DateField, SelectField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { OfficerRow } from '@/lib/accounts/officers/data';
import { nameDeputyAction } from '@/lib/accounts/officers/deputies/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-t';
import { officerName } from './officer';
import { OnBehalf } from './on-behalf';

type DeputyFormProps = {
  /** The approvers for whom the reader may name a deputy. */
  mayBeAway: readonly OfficerRow[];
  officers: readonly OfficerRow[];
  onBehalfOf: string | null;
};

const names = ['approverId', 'deputyId', 'fromOn', 'untilOn'] as const;

/** Names the deputy of an approver, from a first to a last day. */
export function DeputyForm({ mayBeAway, officers, onBehalfOf }: DeputyFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(nameDeputyAction, {
    place: `officers/${onBehalfOf ?? 'own'}/name-deputy`,
  });
  const round = useRound(state);
  const of = (name: (typeof names)[number]) => ({
    name,
    id: `deputy-${name}`,
    label: t(`accounts.officers.deputies.${name}`),
    defaultValue: typedIn(state)[name],
    error: fieldError(t, state, name),
    required: true,
  });
  const optionsOf = (rows: readonly OfficerRow[]) =>
    rows.map((officer) => ({ value: officer.accountId, label: officerName(t, officer) }));
  const only = mayBeAway.length === 1 ? mayBeAway[0]?.accountId : undefined;
  const emptyOption = t('accounts.officers.deputies.choose');
  return (
    <details open={state.status !== 'idle'}>
      <summary className={buttonClass('secondary')}>{t('accounts.officers.deputies.submit')}</summary>
      <form action={action} onSubmit={onSubmit} noValidate className="mt-3 grid max-w-3xl gap-4">
        <KeptNotice kept={kept} />
        <FormProblem state={state} fields={names.map(of)} />
        <DoneLine state={state}>{t('accounts.officers.deputies.done')}</DoneLine>
        <div key={round} className="grid gap-4 sm:grid-cols-2">
          <SelectField
            {...of('approverId')}
            emptyOption={emptyOption}
            options={optionsOf(mayBeAway)}
            defaultValue={typedIn(state).approverId ?? only ?? ''}
          />
          <SelectField
            {...of('deputyId')}
            emptyOption={emptyOption}
            options={optionsOf(officers.filter(({ roles }) => !roles.includes('approver')))}
            defaultValue={typedIn(state).deputyId ?? ''}
          />
          <DateField {...of('fromOn')} />
          <DateField {...of('untilOn')} />
          {onBehalfOf && (
            <div className="grid gap-4 sm:col-span-2">
              <OnBehalf agencyId={onBehalfOf} id="deputy-reason" state={state} />
            </div>
          )}
        </div>
        <SubmitButton className="justify-self-start">{t('accounts.officers.deputies.confirm')}</SubmitButton>
      </form>
    </details>
  );
}
