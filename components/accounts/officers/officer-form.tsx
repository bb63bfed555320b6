'use client';

import { useEffect, useRef, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { giveRoleAction, handOverRoleAction, takeRoleAction } from '@/lib/accounts/officers/actions';
import type { OfficerRow } from '@/lib/accounts/officers/data';
import { useT } from '@/lib/text/use-t';
import { fieldId, HoldingField, type OfficerStep, RecipientFields, RoleField } from './officer-fields';
import { OnBehalf, onBehalfFields } from './on-behalf';
import { OpenedAccountNotice } from './opened-account';

const actions = { 'hand-over': handOverRoleAction, give: giveRoleAction, take: takeRoleAction };

const fields = {
  'hand-over': ['holding', 'to', 'displayName', 'userName'],
  give: ['role', 'to', 'displayName', 'userName'],
  take: ['holding'],
} as const;

type OfficerFormProps = { step: OfficerStep; officers: readonly OfficerRow[]; onBehalfOf: string | null };

/** One of the approver's changes among the agency's officers; opens and works without scripts. */
export function OfficerForm({ step, officers, onBehalfOf }: OfficerFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(actions[step], {
    place: `officers/${onBehalfOf ?? 'own'}/${step}`,
  });
  const [round, setRound] = useState(0);
  const outcome = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.status !== 'done') return;
    setRound((before) => before + 1);
    outcome.current?.focus();
  }, [state]);
  const named = [...fields[step], ...onBehalfFields(onBehalfOf)].map((name) => ({
    name,
    id: fieldId(step, name),
    label: t(`accounts.officers.fields.${step === 'give' && name === 'to' ? 'recipient' : name}`),
  }));
  const props = { step, officers, state };
  return (
    <details open={state.status !== 'idle'} className="[&[open]]:basis-full">
      <summary className={buttonClass(step === 'hand-over' ? 'primary' : 'secondary')}>
        {t(`accounts.officers.steps.${step}.title`)}
      </summary>
      <form action={action} onSubmit={onSubmit} noValidate className="card mt-3 grid max-w-3xl gap-5 p-5">
        <p className="text-muted">{t(`accounts.officers.steps.${step}.hint`)}</p>
        <KeptNotice kept={kept} />
        <FormProblem state={state} fields={named} />
        <div ref={outcome} tabIndex={-1} role="status" className="empty:hidden">
          {state.status === 'done' && state.opened && <OpenedAccountNotice account={state.opened} />}
          {state.status === 'done' && !state.opened && (
            <p className="font-medium text-success">{t(`accounts.officers.steps.${step}.done`)}</p>
          )}
        </div>
        <div key={round} className="grid gap-5">
          {step === 'give' ? <RoleField {...props} /> : <HoldingField {...props} />}
          {step !== 'take' && <RecipientFields {...props} />}
          <OnBehalf agencyId={onBehalfOf} id={fieldId(step, 'reason')} state={state} />
        </div>
        <div>
          <SubmitButton variant={step === 'take' ? 'danger' : 'primary'}>
            {t(`accounts.officers.steps.${step}.submit`)}
          </SubmitButton>
        </div>
      </form>
    </details>
  );
}
