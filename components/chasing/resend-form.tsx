'use client';

import { FormProblem } from '@/components/filing/form-problem';
import { useFormAction } from '@/components/filing/use-form-action';
import { SubmitButton } from '@/components/ui/submit-button';
import { resendAction } from '@/lib/deliveries/actions';
import { t } from '@/lib/messages/translator';

/** Sends one message again. */
export function ResendForm({ deliveryId, name }: { deliveryId: string; name: string }) {
  const { state, action, onSubmit } = useFormAction(resendAction);
  return (
    <form action={action} onSubmit={onSubmit}>
      <FormProblem state={state} />
      <input type="hidden" name="deliveryId" value={deliveryId} />
      <SubmitButton variant="quiet">
        <span aria-hidden="true">{t('chasing.trouble.resend')}</span>
        <span className="sr-only">{t('chasing.trouble.resendNamed', { name })}</span>
      </SubmitButton>
    </form>
  );
}
