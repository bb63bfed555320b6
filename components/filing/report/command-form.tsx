'use client';

import type { ReactNode } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import type { ButtonVariant } from '@/components/ui/button';
import { CheckboxField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { takeBackExtensionAction } from '@/lib/extensions/actions';
import {
  fileReportAction,
  requestSignOffAction,
  startReportAction,
  takeBackSignOffAction,
  withdrawReportAction,
} from '@/lib/filing/actions';
import { routes } from '@/lib/routes';
import { useT } from '@/lib/text/use-t';

const actions = {
  start: startReportAction,
  file: fileReportAction,
  'request-sign-off': requestSignOffAction,
  'take-back-sign-off': takeBackSignOffAction,
  withdraw: withdrawReportAction,
  'take-back-extension': takeBackExtensionAction,
};

type CommandFormProps = {
  command: keyof typeof actions;
  reportId: string;
  version: number;
  /** The version of the text on the screen, for the commands that refer to it. */
  contentVersion?: number;
  label: ReactNode;
  variant?: ButtonVariant;
  /** Asked once before the command is given, as a tick that has to be set. */
  question?: string;
};

/** A form with one button for one command, which shows its refusal. */
export function CommandForm({
  command,
  reportId,
  version,
  contentVersion,
  label,
  variant,
  question,
}: CommandFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(actions[command], nothingTyped);
  const isClosed = state.status === 'refused' && ['deadline-passed', 'closed-meanwhile'].includes(state.refusal.code);
  return (
    <form action={action} onSubmit={onSubmit}>
      <FormProblem state={state}>
        {isClosed && (
          <a href={routes.extensionRequest(reportId)} className="link">
            {t('filing.extension.request')}
          </a>
        )}
      </FormProblem>
      <input type="hidden" name="reportId" value={reportId} />
      <input type="hidden" name="version" autoComplete="off" value={version} />
      {contentVersion !== undefined && (
        <input type="hidden" name="contentVersion" autoComplete="off" value={contentVersion} />
      )}
      {question && (
        <div className="mb-3">
          <CheckboxField name="isAsked" label={question} required />
        </div>
      )}
      <SubmitButton variant={variant}>{label}</SubmitButton>
    </form>
  );
}
