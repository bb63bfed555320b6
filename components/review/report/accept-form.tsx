'use client';

import { type FormEvent, useRef, useState } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { useFormAction } from '@/components/forms/use-form-action';
import type { ReportVersion } from '@/components/reports/command-fields';
import { CommandFields } from '@/components/reports/command-fields';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import { acceptReportAction } from '@/lib/review/actions';
import { useT } from '@/lib/text/use-t';
import { useReturnForm } from './return-reasons';
import { useAcceptKey } from './use-accept-key';

/** Accepts the report; asks for confirmation where reasons for a return have been written. */
export function AcceptForm({ report }: { report: ReportVersion }) {
  const t = useT();
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
        {isAsking && t('review.keys.again')}
      </p>
      <SubmitButton {...buttonProps}>{asks ? t('review.decision.acceptAnyway') : t('commands.accept')}</SubmitButton>
    </form>
  );
}
