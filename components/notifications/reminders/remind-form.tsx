'use client';

import { useEffect, useRef } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { SubmitButton } from '@/components/ui/submit-button';
import { remindApproverAction, remindReporterAction } from '@/lib/notifications/actions';
import { useT } from '@/lib/text/use-t';

const actions = { 'remind-approver': remindApproverAction, 'remind-reporter': remindReporterAction };

type RemindFormProps = {
  command: keyof typeof actions;
  reportId: string;
  canRemind: boolean;
  /** The last reminder (sender and time), and the time from which the next one is possible. */
  words?: string;
};

/**
 * The button that reminds a colleague. It is rendered also when disabled; when it disappears, the focus moves to the
 * text in its place.
 */
export function RemindForm({ command, reportId, canRemind, words }: RemindFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(actions[command], nothingTyped);
  const outcome = useRef<HTMLParagraphElement>(null);
  const isDone = state.status === 'done';
  useEffect(() => {
    if (isDone) outcome.current?.focus();
  }, [isDone]);
  return (
    <div className="contents">
      <p ref={outcome} tabIndex={-1} role="status" className="text-sm text-muted empty:hidden">
        {words ?? (isDone ? t(`reminders.done.${command}`) : '')}
      </p>
      {canRemind && (
        <form action={action} onSubmit={onSubmit}>
          <FormProblem state={state} />
          <input type="hidden" name="reportId" value={reportId} />
          <SubmitButton variant="secondary">{t(`commands.${command}`)}</SubmitButton>
        </form>
      )}
    </div>
  );
}
