'use client';

import { useActionState } from 'react';
import { FormProblem } from '@/components/filing/form-problem';
import { SubmitButton } from '@/components/ui/submit-button';
import { askForSummaryAction } from '@/lib/documents/actions';
import { t } from '@/lib/messages/translator';
import { idle } from '@/lib/schemas/form-state';

/** Has the summary of a draft written in the background, where its progress is shown. */
export function SummaryDocumentForm({ summaryId }: { summaryId: string }) {
  const [state, action] = useActionState(askForSummaryAction, idle);
  return (
    <form action={action}>
      <FormProblem state={state} />
      <input type="hidden" name="summaryId" value={summaryId} />
      <SubmitButton variant="secondary">{t('documentDesk.askForSummary')}</SubmitButton>
    </form>
  );
}
