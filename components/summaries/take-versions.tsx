'use client';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';

import { SubmitButton } from '@/components/ui/submit-button';
import { addReportsAction, takeVersionsAction } from '@/lib/summaries/actions';
import { SummaryProblem } from './summary-problem';

type TakeVersionsProps = {
  summaryId: string;
  /** One report; by default all that have a later version. */
  reportId?: string;
  label: string;
};

/** Takes a later version of included reports. */
export function TakeVersions({ summaryId, reportId, label }: TakeVersionsProps) {
  const { state, action, onSubmit } = useFormAction(takeVersionsAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit} className="no-print">
      <SummaryProblem state={state} part="frame" />
      <input type="hidden" name="summaryId" value={summaryId} />
      {reportId && <input type="hidden" name="reportId" value={reportId} />}
      <SubmitButton variant="secondary">{label}</SubmitButton>
    </form>
  );
}

/** Adds reports that are not included yet. */
export function AddReports({ summaryId, label }: Pick<TakeVersionsProps, 'summaryId' | 'label'>) {
  const { state, action, onSubmit } = useFormAction(addReportsAction, nothingTyped);
  return (
    <form action={action} onSubmit={onSubmit} className="no-print">
      <SummaryProblem state={state} part="frame" />
      <input type="hidden" name="summaryId" value={summaryId} />
      <SubmitButton variant="secondary">{label}</SubmitButton>
    </form>
  );
}
