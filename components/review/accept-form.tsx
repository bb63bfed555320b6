'use client';

import { type FormEvent, useRef, useState } from 'react';
import { FormProblem } from '@/components/filing/form-problem';
import { useFormAction } from '@/components/filing/use-form-action';
import { useAcceptKey } from '@/components/reading/use-accept-key';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import { t } from '@/lib/messages/translator';
import { acceptReportAction } from '@/lib/reviews/actions';
import { CommandFields } from './command-fields';
import type { ReportVersion } from './report-facts';
import { useReturnForm } from './return-reasons';

/** Accepts the report; asks for confirmation where reasons for a return have been written. */
export function AcceptForm({ report }: { report: ReportVersion }) {
  const { state, action, onSubmit } = useFormAction(acceptReportAction);
  const { written } = useReturnForm();
  const [asked, setAsked] = useState(false);
  const asks = asked && written.size > 0;
  const button = useRef<HTMLButtonElement>(null);
  const { isAsking, buttonProps } = useAcceptKey(button);
  const askFirst = (event: FormEvent<HTMLFormElement>) => {
    if (written.size === 0 || asks) return onSubmit(event);
    event.preventDefault();
    setAsked(true);
  };
  return (
    <form action={action} onSubmit={askFirst} className="grid justify-items-start gap-4">
      <FormProblem state={state} />
      <CommandFields report={report} />
      {asks && (
        <NoticeBox tone="danger" live>
          {t('review.decision.typedReasons')}
        </NoticeBox>
      )}
      <p role="status" className="font-medium empty:hidden">
        {isAsking && t('reading.keys.again')}
      </p>
      <SubmitButton {...buttonProps}>{asks ? t('review.decision.acceptAnyway') : t('commands.accept')}</SubmitButton>
    </form>
  );
}
