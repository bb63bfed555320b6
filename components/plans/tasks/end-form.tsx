'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import type { FormPlan } from '@/components/plans/settings/plan-version';
import { buttonClass } from '@/components/ui/button';
import { SubmitButton } from '@/components/ui/submit-button';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { endTaskAction } from '@/lib/plans/tasks/amendments/actions';
import { useT } from '@/lib/text/use-t';
import { FormSubject } from './task-form';
import { TermsFields, termsFields } from './terms-fields';

export type AmendedTaskProps = { plan: FormPlan; task: string; from: readonly PeriodCode[] };

/** Ends a task of an issued plan. */
export function EndForm({ plan, task, from }: AmendedTaskProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(endTaskAction, { place: `plan-task-end/${task}` });
  return (
    <details open={state.status !== 'idle'}>
      <summary className={buttonClass('secondary')}>{t('tasks.forms.end')}</summary>
      <form action={action} onSubmit={onSubmit} noValidate className="mt-4 grid max-w-4xl gap-5">
        <p className="text-muted">{t('tasks.forms.endHint')}</p>
        <KeptNotice kept={kept} />
        <FormProblem state={state} fields={termsFields(t, 'end')} />
        <FormSubject plan={plan} task={task} />
        <TermsFields state={state} use="end" from={from} />
        <SubmitButton variant="danger" className="justify-self-start">
          {t('tasks.forms.end')}
        </SubmitButton>
      </form>
    </details>
  );
}
