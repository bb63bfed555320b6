'use client';

import type { ReactNode } from 'react';
import { FormProblem } from '@/components/filing/form-problem';
import { useFormAction } from '@/components/filing/use-form-action';
import type { ButtonVariant } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { markReadAction } from '@/lib/inbox/actions';

type MarkReadFormProps = { messageId?: string; variant?: ButtonVariant; children: ReactNode };

/** Marks one message as read, or, where none is named, all of them. */
export function MarkReadForm({ messageId, variant = 'secondary', children }: MarkReadFormProps) {
  const { state, action, onSubmit } = useFormAction(markReadAction);
  return (
    <form action={action} onSubmit={onSubmit}>
      <FormProblem state={state} />
      {messageId && <input type="hidden" name="messageId" value={messageId} />}
      <SubmitButton variant={variant}>{children}</SubmitButton>
    </form>
  );
}
