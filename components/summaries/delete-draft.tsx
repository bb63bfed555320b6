'use client';

import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import { deleteSummaryAction } from '@/lib/summaries/actions';
import { useT } from '@/lib/text/use-division-t';
import { SummaryProblem } from './summary-problem';
import { hasProblem } from './use-editing';

/** Deletes a draft after a confirmation; opens and works without scripts. */
export function DeleteDraft({ id, changedAt, edited }: { id: string; changedAt: Date; edited: number }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(deleteSummaryAction, nothingTyped);
  return (
    <details open={hasProblem(state)} className="no-print">
      <summary className={buttonClass('secondary')}>{t('summaries.delete.title')}</summary>
      <form
        action={action}
        onSubmit={onSubmit}
        className="mt-3 grid max-w-text justify-items-start gap-3 rounded-md border border-warning-line bg-warning-soft p-4"
      >
        <SummaryProblem state={state} part="delete" />
        <p>{t('summaries.delete.explanation', { edited })}</p>
        <input type="hidden" name="summaryId" value={id} />
        <input type="hidden" name="changedAt" value={changedAt.toISOString()} />
        <SubmitButton variant="danger">{t('summaries.delete.confirm')}</SubmitButton>
      </form>
    </details>
  );
}
