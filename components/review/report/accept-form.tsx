'use client';

import { type FormEvent, useRef, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import type { ReportVersion } from '@/components/reports/command-fields';
import { CommandFields } from '@/components/reports/command-fields';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import { acceptReportAction } from '@/lib/review/actions';
import { useT } from '@/lib/text/use-division-t';
import { useReturnForm } from './return-reasons';
import { useAcceptKey } from './use-accept-key';

type AcceptFormProps = {
  report: ReportVersion;
  /** Objections that a reviewer should know before accepting, in sentences: near copies, open internal remarks. */
  cautions: readonly string[];
};

/** Accepts the report; asks for confirmation where reasons for a return have been written, or something speaks against it. */
export function AcceptForm({ report, cautions }: AcceptFormProps) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(acceptReportAction, nothingTyped);
  const { written } = useReturnForm();
  const [asked, setAsked] = useState(false);
  const hasObjection = written.size > 0 || cautions.length > 0;
  const asks = asked && hasObjection;
  const button = useRef<HTMLButtonElement>(null);
  const { isAsking, buttonProps } = useAcceptKey(button);
  const confirmation = t(written.size > 0 ? 'review.decision.acceptAnyway' : 'review.decision.acceptKnowing');
  const askFirst = (event: FormEvent<HTMLFormElement>) => {
    if (!hasObjection || asks) return onSubmit(event);
    event.preventDefault();
    setAsked(true);
  };
  return (
    <form action={action} onSubmit={askFirst} className="grid justify-items-start gap-4">
      <FormProblem state={state} />
      <CommandFields report={report} />
      {cautions.length > 0 && (
        <NoticeBox tone="warning" title={t('review.decision.cautions')}>
          <ul className="grid gap-1">
            {cautions.map((caution) => (
              <li key={caution} className="whitespace-pre-line">
                {caution}
              </li>
            ))}
          </ul>
        </NoticeBox>
      )}
      {asks && (
        <NoticeBox tone="danger" live>
          {t(written.size > 0 ? 'review.decision.typedReasons' : 'review.decision.confirmCautions')}
        </NoticeBox>
      )}
      <p role="status" className="font-medium empty:hidden">
        {isAsking && t('review.keys.again')}
      </p>
      <SubmitButton {...buttonProps}>{asks ? confirmation : t('commands.accept')}</SubmitButton>
    </form>
  );
}
