'use client';

import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { SubmitButton } from '@/components/ui/submit-button';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { type EntryForm, sectionsOf } from '@/lib/domain/report/entry';
import type { SummaryFrame } from '@/lib/schemas/summary';
import { makeSummaryAction } from '@/lib/summaries/actions';
import { useT } from '@/lib/text/use-division-t';
import { FrameFields, frameFields } from './frame-fields';
import { type Settings, SettingsFields, settingsFields } from './settings-fields';
import { SummaryProblem } from './summary-problem';

type NewSummaryFormProps = { plan: string; form: EntryForm; periodCode: PeriodCode; texts: SummaryFrame };

const usual = (form: EntryForm): Settings => ({
  form,
  arrangement: 'by_agency',
  sections: sectionsOf(form),
  includesFiled: false,
  withTable: true,
});

/** Creates a draft: its selection, its arrangement, and the document's own texts. */
export function NewSummaryForm({ plan, form, periodCode, texts }: NewSummaryFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(makeSummaryAction, {
    place: `new-summary/${plan}/${periodCode}`,
  });
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid max-w-text gap-6">
      <KeptNotice kept={kept} />
      <SummaryProblem state={state} part="frame" fields={[...settingsFields(t), ...frameFields(t)]} />
      <input type="hidden" name="plan" value={plan} />
      <input type="hidden" name="quarter" value={periodCode} />
      <SettingsFields settings={usual(form)} state={state} />
      <FrameFields texts={texts} state={state} />
      <SubmitButton className="justify-self-start">{t('summaries.make')}</SubmitButton>
    </form>
  );
}
