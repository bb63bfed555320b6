'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import type { ReportVersion } from '@/components/reports/command-fields';
import { CommandFields } from '@/components/reports/command-fields';
import type { WorkingDayChoice } from '@/components/reports/working-day-choices';
import { WorkingDayField } from '@/components/reports/working-day-field';
import { SubmitButton } from '@/components/ui/submit-button';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { defaultReturnDays } from '@/lib/domain/deadline/due-date';
import { typedIn } from '@/lib/schemas/form-state';
import { chineseNumber } from '@/lib/text/chinese-number';
import { useT } from '@/lib/text/use-division-t';
import { reasonId, reasonLabel, reasonName, reasonSubjects } from './return-reason-names';
import { returnFormId, useReturnForm } from './return-reasons';

type ReturnFormProps = {
  report: ReportVersion;
  taskCodes: readonly string[];
  /** The last day offered for the correction, and the days that can be chosen instead. */
  dueOn: CivilDate;
  days: readonly WorkingDayChoice[];
};

/** Returns the report with the reasons written beside its tasks, and a last day for the next version. */
export function ReturnForm({ report, taskCodes, dueOn, days }: ReturnFormProps) {
  const t = useT();
  const { entryForm, state, action, onSubmit, kept, written } = useReturnForm();
  const fields = [
    { name: 'returnDueOn', id: 'returnDueOn', label: t('review.decision.returnDueOn') },
    ...taskCodes.flatMap((code, index) =>
      reasonSubjects(entryForm).map((section) => ({
        name: `${reasonName(entryForm, index, section)}.text`,
        id: reasonId(code, section),
        label: reasonLabel(t, entryForm, code, section),
      })),
    ),
  ];
  return (
    <form id={returnFormId} action={action} onSubmit={onSubmit} noValidate className="grid justify-items-start gap-4">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={fields} />
      <CommandFields report={report} />
      <WorkingDayField
        name="returnDueOn"
        label={t('review.decision.returnDueOn')}
        hint={t('review.decision.returnDueOnHint', { days: chineseNumber(defaultReturnDays) })}
        days={days}
        required
        defaultValue={typedIn(state).returnDueOn ?? dueOn}
        error={fieldError(t, state, 'returnDueOn')}
      />
      <p role="status" className="text-sm text-muted">
        {written.size > 0 && t('review.decision.returnSummary', { count: written.size })}
      </p>
      <SubmitButton variant="danger">{t('review.decision.returnSubmit')}</SubmitButton>
    </form>
  );
}
