'use client';

import { useEffect, useRef } from 'react';
import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import type { ReportVersion } from '@/components/reports/command-fields';
import { CommandFields } from '@/components/reports/command-fields';
import { Card } from '@/components/ui/card';
import { NoticeBox } from '@/components/ui/notice-box';
import { SubmitButton } from '@/components/ui/submit-button';
import { beginReviewAction } from '@/lib/review/actions';
import { useT } from '@/lib/text/use-division-t';

/**
 * Begins the review: its consequences, one button, and its refusal. The page is not reloaded, so that reasons written
 * before are kept.
 */
export function BeginReviewForm({ report, canBegin }: { report: ReportVersion; canBegin: boolean }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(beginReviewAction, nothingTyped);
  const outcome = useRef<HTMLDivElement>(null);
  const isOver = state.status === 'done' && !canBegin;
  useEffect(() => {
    if (isOver) outcome.current?.focus();
  }, [isOver]);
  if (!canBegin) {
    return (
      <div ref={outcome} tabIndex={-1} role="status" className="empty:hidden">
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
