'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { SubmitButton } from '@/components/ui/submit-button';
import { switchSignOffAction } from '@/lib/accounts/officers/actions';
import { useT } from '@/lib/text/use-t';
import { OnBehalf, OnBehalfFold } from './on-behalf';

type SignOffSettingProps = { isRequired: boolean; mayChange: boolean; onBehalfOf: string | null };

function SignOffWords({
  isRequired,
  outcome,
}: {
  isRequired: boolean;
  outcome?: RefObject<HTMLParagraphElement | null>;
}) {
  const t = useT();
  return (
    <>
      <p ref={outcome} tabIndex={-1} role="status" className="font-medium">
        {t(isRequired ? 'accounts.officers.signOff.on' : 'accounts.officers.signOff.off')}
      </p>
      <p className="text-muted">
        {t(isRequired ? 'accounts.officers.signOff.onHint' : 'accounts.officers.signOff.offHint')}
      </p>
    </>
  );
}

function SignOffForm({ isRequired, onBehalfOf }: Omit<SignOffSettingProps, 'mayChange'>) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(switchSignOffAction, {
    place: `officers/${onBehalfOf ?? 'own'}/sign-off`,
  });
  const outcome = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    if (state.status === 'done') outcome.current?.focus();
  }, [state]);
  return (
    <form action={action} onSubmit={onSubmit} className="grid gap-3">
      <KeptNotice kept={kept} />
      <FormProblem state={state} />
      <SignOffWords isRequired={isRequired} outcome={outcome} />
      <input type="hidden" name="required" autoComplete="off" value={isRequired ? 'off' : 'on'} />
      <OnBehalfFold key={String(isRequired)} agencyId={onBehalfOf} state={state}>
        <OnBehalf agencyId={onBehalfOf} id="sign-off-reason" state={state} />
        <div>
          <SubmitButton variant="secondary">
            {t(isRequired ? 'accounts.officers.signOff.switchOff' : 'accounts.officers.signOff.switchOn')}
          </SubmitButton>
        </div>
      </OnBehalfFold>
    </form>
  );
}

/** Shows whether the agency's reports need its approver before they are filed, and changes it. */
export function SignOffSetting({ isRequired, mayChange, onBehalfOf }: SignOffSettingProps) {
  return mayChange ? (
    <SignOffForm isRequired={isRequired} onBehalfOf={onBehalfOf} />
  ) : (
    <SignOffWords isRequired={isRequired} />
  );
}
