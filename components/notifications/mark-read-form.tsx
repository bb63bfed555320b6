'use client';

import type { ReactNode } from 'react';
import { DoneLine } from '@/components/forms/done-line';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import type { ButtonVariant } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { markReadAction } from '@/lib/notifications/actions';
import { useT } from '@/lib/text/use-t';

type MarkReadFormProps = { messageId?: string; isRead: boolean; variant?: ButtonVariant; children: ReactNode };

/**
 * Marks one message as read or, where none is named, all of them. Once there is nothing to mark, the focus moves to the
 * text that says so.
 */
export function MarkReadForm({ messageId, isRead, variant = 'secondary', children }: MarkReadFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(markReadAction, nothingTyped);
  return (
    <div className="contents">
      <DoneLine state={state}>{t('notifications.marked')}</DoneLine>
      {!isRead && (
        <form action={action} onSubmit={onSubmit}>
          <FormProblem state={state} />
          {messageId && <input type="hidden" name="messageId" value={messageId} />}
          <SubmitButton variant={variant}>{children}</SubmitButton>
        </form>
      )}
    </div>
  );
}
