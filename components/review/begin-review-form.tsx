'use client';

import { useEffect, useRef } from 'react';
import { FormProblem } from '@/components/filing/form-problem';
import { useFormAction } from '@/components/filing/use-form-action';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import { t } from '@/lib/messages/translator';
import { beginReviewAction } from '@/lib/reviews/actions';
import { CommandFields } from './command-fields';
import type { ReportVersion } from './report-facts';

/**
 * Begins the review: its consequences, one button, and its refusal. The page is not reloaded, so that reasons written
 * before are kept.
 */
export function BeginReviewForm({ report, canBegin }: { report: ReportVersion; canBegin: boolean }) {
  const { state, action, onSubmit } = useFormAction(beginReviewAction);
  const told = useRef<HTMLDivElement>(null);
  const isOver = state.status === 'done' && !canBegin;
  useEffect(() => {
    if (isOver) told.current?.focus();
  }, [isOver]);
  if (!canBegin) {
    return (
      <div ref={told} tabIndex={-1} role="status" className="empty:hidden">
        {state.status === 'done' && <NoticeBox tone="success" title={t('review.done.begin-review')} />}
      </div>
    );
  }
  return (
    <form action={action} onSubmit={onSubmit} className="no-print">
      <FormProblem state={state} />
      <CommandFields report={report} />
      <Card className="flex flex-wrap items-center justify-between gap-4">
        <div className="max-w-text">
          <p className="font-semibold">{t('review.decision.beginTitle')}</p>
          <p className="text-sm text-muted">{t('review.decision.beginHint')}</p>
        </div>
        <SubmitButton>{t('commands.begin-review')}</SubmitButton>
      </Card>
    </form>
  );
}
