'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { SubmitButton } from '@/components/ui/submit-button';
import { askForSummaryAction } from '@/lib/documents/actions';
import { useT } from '@/lib/text/use-division-t';

/** Requests the summary of a draft, which is written in the background, and opens the page with its progress. */
export function SummaryDocumentForm({ summaryId }: { summaryId: string }) {
  const t = useT();
  const { state, action, onSubmit } = useFormAction(askForSummaryAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit}>
      <FormProblem state={state} />
      <input type="hidden" name="summaryId" value={summaryId} />
      <SubmitButton variant="secondary">{t('documents.desk.askForSummary')}</SubmitButton>
    </form>
  );
}
