'use client';

import type { ReactNode } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import type { ButtonVariant } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { resendAction } from '@/lib/notifications/actions';

type ResendFormProps = { deliveryId?: string; variant?: ButtonVariant; children: ReactNode };

/** Sends one message again or, where none is named, all that failed. */
export function ResendForm({ deliveryId, variant = 'secondary', children }: ResendFormProps) {
  const { state, action, onSubmit } = useFormAction(resendAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit}>
      <FormProblem state={state} />
      {deliveryId && <input type="hidden" name="deliveryId" value={deliveryId} />}
      <SubmitButton variant={variant}>{children}</SubmitButton>
    </form>
  );
}
