'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import type { ReportVersion } from '@/components/reports/command-fields';
import { CommandFields } from '@/components/reports/command-fields';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { reopenReportAction } from '@/lib/review/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { reviewReasonLimit } from '@/lib/schemas/review';
import { useT } from '@/lib/text/use-division-t';

const commands = {
  reopen: { action: reopenReportAction, label: 'review.decision.reopenReason' },
} as const;

/** Reverts a step of the division, with a reason that stays on record. */
export function ReasonForm({ command, report }: { command: keyof typeof commands; report: ReportVersion }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(commands[command].action, {
    place: `${command}/${report.id}`,
  });
  const id = `${command}-reason`;
  const label = t(commands[command].label);
  return (
    <form action={action} onSubmit={onSubmit} className="grid justify-items-start gap-4">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={[{ name: 'reason', id, label }]} />
      <CommandFields report={report} />
      <div className="w-full max-w-text">
        <TextAreaField
          name="reason"
          id={id}
          label={label}
          rows={3}
          limit={reviewReasonLimit}
          defaultValue={typedIn(state).reason}
          error={fieldError(t, state, 'reason')}
        />
      </div>
      <SubmitButton variant="danger">{t(`commands.${command}`)}</SubmitButton>
    </form>
  );
}
