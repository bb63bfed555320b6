'use client';

import { useFormAction } from '@/components/forms/use-form-action';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { sections } from '@/lib/domain/report/entry';
import { makeSummaryAction } from '@/lib/summaries/actions';
import { t } from '@/lib/text/translator';
import { FrameFields, type FrameTexts, frameFields } from './frame-fields';
import { SettingsFields, settingsFields } from './settings-fields';
import { SummaryProblem } from './summary-problem';

type NewSummaryFormProps = { plan: string; quarter: Quarter; texts: FrameTexts };

const usual = { arrangement: 'by_agency', sections, includesFiled: false, withTable: true } as const;

/** Creates a draft: its selection, its arrangement, and the document's own texts. */
export function NewSummaryForm({ plan, quarter, texts }: NewSummaryFormProps) {
  const { state, action, onSubmit } = useFormAction(makeSummaryAction);
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid max-w-text gap-6">
      <SummaryProblem state={state} part="frame" fields={[...settingsFields(), ...frameFields()]} />
      <input type="hidden" name="plan" value={plan} />
      <input type="hidden" name="quarter" value={quarter} />
      <SettingsFields settings={usual} state={state} />
      <FrameFields texts={texts} state={state} />
      <SubmitButton className="justify-self-start">{t('summaries.make')}</SubmitButton>
    </form>
  );
}
