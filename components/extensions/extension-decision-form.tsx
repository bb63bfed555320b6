'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import type { ReportVersion } from '@/components/reports/command-fields';
import { CommandFields } from '@/components/reports/command-fields';
import type { WorkingDayChoice } from '@/components/reports/working-day-choices';
import { WorkingDayField } from '@/components/reports/working-day-field';
import { RadioGroupField, TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { decideExtensionAction } from '@/lib/extensions/actions';
import { extensionDecisions } from '@/lib/schemas/extension-decision';
import { typedIn } from '@/lib/schemas/form-state';
import { reviewReasonLimit } from '@/lib/schemas/review';
import { useT } from '@/lib/text/use-division-t';

type ExtensionDecisionFormProps = {
  report: ReportVersion;
  proposedOn: CivilDate;
  days: readonly WorkingDayChoice[];
};

/** Grants the request, as requested or with another day, or refuses it; the day as requested needs no reason. */
export function ExtensionDecisionForm({ report, proposedOn, days }: ExtensionDecisionFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(decideExtensionAction, {
    place: `extension-decision/${report.id}`,
  });
  const idOf = (name: string) => `${name}-${report.id}`;
  const labels = {
    decision: t('review.extension.decision'),
    grantedOn: t('review.extension.grantedOn'),
    note: t('review.extension.note'),
  };
  const fields = (['decision', 'grantedOn', 'note'] as const).map((name) => ({
    name,
    id: idOf(name),
    label: labels[name],
  }));
  const typed = typedIn(state);
  const of = (name: string) => ({ name, id: idOf(name), error: fieldError(t, state, name) });
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid justify-items-start gap-4">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={fields} />
      <CommandFields report={report} />
      <RadioGroupField
        {...of('decision')}
        legend={labels.decision}
        options={extensionDecisions.map((value) => ({ value, label: t(`review.extension.${value}`) }))}
        defaultValue={typed.decision}
        required
      />
      <WorkingDayField
        {...of('grantedOn')}
        label={labels.grantedOn}
        hint={t('review.extension.grantedOnHint')}
        days={days}
        defaultValue={typed.grantedOn ?? proposedOn}
      />
      <div className="w-full max-w-text">
        <TextAreaField
          {...of('note')}
          label={labels.note}
          hint={t('review.extension.noteHint')}
          rows={3}
          limit={reviewReasonLimit}
          defaultValue={typed.note}
        />
      </div>
      <SubmitButton>{t('review.extension.submit')}</SubmitButton>
    </form>
  );
}
