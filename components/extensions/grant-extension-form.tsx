'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import type { ReportVersion } from '@/components/reports/command-fields';
import { CommandFields } from '@/components/reports/command-fields';
import type { WorkingDayChoice } from '@/components/reports/working-day-choices';
import { WorkingDayField } from '@/components/reports/working-day-field';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { grantExtensionAction } from '@/lib/extensions/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { reviewReasonLimit } from '@/lib/schemas/review';
import { useT } from '@/lib/text/use-division-t';

type GrantExtensionFormProps = { report: ReportVersion; days: readonly WorkingDayChoice[] };

/** Grants an unrequested extension: the new last day and the reason, which the agency sees. */
export function GrantExtensionForm({ report, days }: GrantExtensionFormProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(grantExtensionAction, {
    place: `grant-extension/${report.id}`,
  });
  const labels = { grantedOn: t('review.extension.grantedOn'), reason: t('review.extension.note') };
  const idOf = (name: string) => `grant-${name}`;
  const typed = typedIn(state);
  const of = (name: keyof typeof labels) => ({
    name,
    id: idOf(name),
    label: labels[name],
    error: fieldError(t, state, name),
  });
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid justify-items-start gap-4">
      <KeptNotice kept={kept} />
      <FormProblem
        state={state}
        fields={(['grantedOn', 'reason'] as const).map((name) => ({ name, id: idOf(name), label: labels[name] }))}
      />
      <CommandFields report={report} />
      <WorkingDayField
        {...of('grantedOn')}
        hint={t('review.extension.unrequested.dayHint')}
        days={days}
        defaultValue={typed.grantedOn}
        required
      />
      <div className="w-full max-w-text">
        <TextAreaField
          {...of('reason')}
          hint={t('review.extension.unrequested.noteHint')}
          rows={3}
          limit={reviewReasonLimit}
          defaultValue={typed.reason}
          required
        />
      </div>
      <SubmitButton>{t('commands.grant-extension')}</SubmitButton>
    </form>
  );
}
