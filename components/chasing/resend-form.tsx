'use client';

import { useActionState } from 'react';
import { FormProblem } from '@/components/filing/form-problem';
import { SubmitButton } from '@/components/ui/submit-button';
import { resendAction } from '@/lib/deliveries/actions';
import { t } from '@/lib/messages/translator';
import { idle } from '@/lib/schemas/form-state';

/** Sends one message again. */
export function ResendForm({ deliveryId, name }: { deliveryId: string; name: string }) {
  const [state, action] = useActionState(resendAction, idle);
  return (
    <form action={action}>
      <FormProblem state={state} />
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <SubmitButton variant="quiet">
        <span aria-hidden="true">{t('chasing.trouble.resend')}</span>
        <span className="sr-only">{t('chasing.trouble.resendNamed', { name })}</span>
      </SubmitButton>
    </form>
  );
}
