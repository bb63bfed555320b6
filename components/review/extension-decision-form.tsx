'use client';

import { fieldError } from '@/components/filing/field-error';
import { FormProblem } from '@/components/filing/form-problem';
import { useFormAction } from '@/components/filing/use-form-action';
import type { WorkingDayChoice } from '@/components/standing/working-day-choices';
import { WorkingDayField } from '@/components/standing/working-day-field';
import { RadioGroupField, TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CivilDate } from '@/lib/domain/civil-date';
import { decideExtensionAction } from '@/lib/extensions/decide-action';
import { t } from '@/lib/messages/translator';
import { extensionDecisions } from '@/lib/schemas/extension-decision';
import { typedIn } from '@/lib/schemas/form-state';
import { reviewReasonLimit } from '@/lib/schemas/review';
import { CommandFields } from './command-fields';
import type { ReportVersion } from './report-facts';

type ExtensionDecisionFormProps = {
  report: ReportVersion;
  proposedOn: CivilDate;
  days: readonly WorkingDayChoice[];
};

/** Grants the request, as requested or shorter, or refuses it; always with a reason. */
export function ExtensionDecisionForm({ report, proposedOn, days }: ExtensionDecisionFormProps) {
  const { state, action, onSubmit } = useFormAction(decideExtensionAction);
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
  const of = (name: string) => ({ name, id: idOf(name), error: fieldError(state, name) });
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid justify-items-start gap-4">
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
          required
        />
      </div>
      <SubmitButton>{t('review.extension.submit')}</SubmitButton>
    </form>
  );
}
