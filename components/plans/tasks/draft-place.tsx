'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import type { FormPlan } from '@/components/plans/settings/plan-version';
import { TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { placeDraftTaskAction, removeDraftTaskAction } from '@/lib/plans/tasks/draft/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { useT } from '@/lib/text/use-t';
import { FormSubject } from './task-form';

type DraftTaskProps = { plan: FormPlan; task: string; place: number; places: number };

/** Puts a task of a draft in another place, or removes it. */
export function DraftPlace({ plan, task, place, places }: DraftTaskProps) {
  const t = useT();
  const placing = useFormAction(placeDraftTaskAction, { place: `plans/${plan.code}/tasks/${task}/place` });
  const removing = useFormAction(removeDraftTaskAction, nothingTyped);
  const field = { name: 'place', id: 'task-place', label: t('tasks.forms.place') };
  return (
    <div className="grid gap-4">
      <FormProblem state={placing.state} fields={[field]} />
      <FormProblem state={removing.state} />
      <div className="flex flex-wrap items-end gap-x-10 gap-y-4">
        <form action={placing.action} onSubmit={placing.onSubmit} noValidate className="flex flex-wrap items-end gap-3">
          <KeptNotice kept={placing.kept} />
          <FormSubject plan={plan} task={task} />
          <TextField
            {...field}
            defaultValue={typedIn(placing.state).place ?? String(place)}
            error={fieldError(t, placing.state, 'place')}
            type="number"
            min={1}
            max={places}
            className="max-w-28"
          />
          <SubmitButton variant="secondary">{t('tasks.forms.move')}</SubmitButton>
        </form>
        <form action={removing.action} onSubmit={removing.onSubmit}>
          <FormSubject plan={plan} task={task} />
          <SubmitButton variant="danger">{t('tasks.forms.remove')}</SubmitButton>
        </form>
      </div>
    </div>
  );
}
