'use client';

import { type ReactNode, useActionState } from 'react';
import { FormProblem } from '@/components/filing/form-problem';
import type { ButtonVariant } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { markReadAction } from '@/lib/inbox/actions';
import { idle } from '@/lib/schemas/form-state';

type MarkReadFormProps = { messageId?: string; variant?: ButtonVariant; children: ReactNode };

/** Marks one message as read, or, where none is named, all of them. */
export function MarkReadForm({ messageId, variant = 'secondary', children }: MarkReadFormProps) {
  const [state, action] = useActionState(markReadAction, idle);
  return (
    <form action={action}>
      <FormProblem state={state} />
      {messageId && <input type="hidden" name="messageId" value={messageId} />}
      <SubmitButton variant={variant}>{children}</SubmitButton>
    </form>
  );
}
