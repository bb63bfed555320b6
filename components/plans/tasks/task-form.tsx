'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { type FormPlan, PlanVersion } from '@/components/plans/settings/plan-version';
import { SubmitButton } from '@/components/ui/submit-button';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { amendTaskAction } from '@/lib/plans/tasks/amendments/actions';
import { writeDraftTaskAction } from '@/lib/plans/tasks/draft/actions';
import { useT } from '@/lib/text/use-t';
import { DetailFields } from './detail-fields';
import { TaskFields, type TypedTask, taskFields } from './task-fields';
import { TermsFields, termsFields } from './terms-fields';

/** The plan, its version and the task that a form is about. */
export function FormSubject({ plan, task }: { plan: FormPlan; task: string }) {
  return (
    <>
      <PlanVersion plan={plan} />
      <input type="hidden" name="task" value={task} />
    </>
  );
}

type TaskFormProps = {
  plan: FormPlan;
  /** The task as it is stored; null for a new one. */
  task: (TypedTask & { code: string }) | null;
  /** A draft is changed freely; an issued plan is amended from a period on, for a reason. */
  way: 'draft' | 'amend';
  from: readonly PeriodCode[];
  periods: readonly PeriodCode[];
};

/** A task of a plan, to be changed or added. */
export function TaskForm({ plan, task, way, from, periods }: TaskFormProps) {
  const t = useT();
  const isAmended = way === 'amend';
  const { state, action, onSubmit, kept } = useFormAction(isAmended ? amendTaskAction : writeDraftTaskAction, {
    place: `plan-task/${plan.code}/${task?.code ?? 'new'}`,
  });
  const label = task === null ? t('tasks.forms.add') : t(isAmended ? 'tasks.forms.amend' : 'tasks.forms.save');
  return (
    <form action={action} onSubmit={onSubmit} noValidate className="grid max-w-4xl gap-5">
      <KeptNotice kept={kept} />
      <FormProblem state={state} fields={[...taskFields(t), ...(isAmended ? termsFields(t, 'amend') : [])]} />
      <FormSubject plan={plan} task={task?.code ?? ''} />
      <TaskFields state={state} task={task} />
      <DetailFields state={state} facts={task?.facts} periods={periods} />
      {isAmended && <TermsFields state={state} use="amend" from={from} />}
      <SubmitButton className="justify-self-start">{label}</SubmitButton>
    </form>
  );
}
