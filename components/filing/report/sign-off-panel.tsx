'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { EntryForm } from '@/lib/domain/report/entry';
import { sendBackAction } from '@/lib/filing/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { sendBackReasonLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-t';
import { CommandForm } from './command-form';
import { type SentBackBefore, SentBackBeforeNotice } from './sent-back-before';

type ReportOnScreen = { reportId: string; version: number };

function SendBackForm({ reportId, version }: ReportOnScreen) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(sendBackAction, { place: `send-back/${reportId}` });
  return (
    <details open={state.status !== 'idle'} className="[&[open]]:basis-full">
      <summary className={buttonClass('secondary')}>{t('commands.send-back')}</summary>
      <form action={action} onSubmit={onSubmit} className="mt-4 grid gap-4">
        <KeptNotice kept={kept} />
        <FormProblem state={state} />
        <input type="hidden" name="reportId" value={reportId} />
        <input type="hidden" name="version" autoComplete="off" value={version} />
        <TextAreaField
          label={t('filing.signOff.reason')}
          hint={t('filing.signOff.reasonHint')}
          name="reason"
          limit={sendBackReasonLimit}
          rows={3}
          defaultValue={typedIn(state).reason}
          error={fieldError(t, state, 'reason')}
        />
        <div>
          <SubmitButton variant="danger">{t('filing.signOff.confirmSendBack')}</SubmitButton>
        </div>
      </form>
    </details>
  );
}

type SignOffPanelProps = ReportOnScreen & {
  contentVersion: number;
  canFile: boolean;
  sentBack: SentBackBefore | null;
  tasks: readonly { taskId: string; taskCode: string }[];
  form: EntryForm;
};

/** The place of the panel, to which the end of the text leads back. */
export const signOffPanelId = 'sign-off';

/** The approver's decision on a report that waits for the agency's own sign-off. */
export function SignOffPanel({ reportId, version, contentVersion, canFile, sentBack, tasks, form }: SignOffPanelProps) {
  const t = useT();
  return (
    <Card id={signOffPanelId} tabIndex={-1} className="no-print mb-6 scroll-mt-6">
      <h2 className="mb-1 text-lg font-bold">{t('filing.signOff.title')}</h2>
      <p className="mb-4 text-muted">{t('filing.signOff.explanation')}</p>
      {sentBack && (
        <div className="mb-4">
          <SentBackBeforeNotice sentBack={sentBack} tasks={tasks} form={form} />
        </div>
      )}
      <div className="flex flex-wrap items-start gap-3">
        {canFile && (
          <CommandForm
            command="file"
            reportId={reportId}
            version={version}
            contentVersion={contentVersion}
            label={t('filing.check.file')}
          />
        )}
        <SendBackForm reportId={reportId} version={version} />
        <CommandForm
          command="take-back-sign-off"
          reportId={reportId}
          version={version}
          label={t('filing.signOff.mend')}
          variant="secondary"
        />
      </div>
    </Card>
  );
}
