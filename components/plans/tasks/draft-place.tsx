'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { nothingTyped, useFormAction } from '@/components/forms/use-form-action';
import { SelectField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { placeDraftTaskAction, removeDraftTaskAction } from '@/lib/plans/tasks/draft/actions';
import { useT } from '@/lib/text/use-t';
import { type FormPlan, FormSubject } from './task-form';

type DraftTaskProps = { plan: FormPlan; task: string; place: number; places: number };

/** Puts a task of a draft in another place, or removes it. */
export function DraftPlace({ plan, task, place, places }: DraftTaskProps) {
  const t = useT();
  const placing = useFormAction(placeDraftTaskAction, nothingTyped);
  const removing = useFormAction(removeDraftTaskAction, nothingTyped);
  return (
    <div className="flex flex-wrap items-end gap-x-10 gap-y-4">
      <form action={placing.action} onSubmit={placing.onSubmit} noValidate className="flex items-end gap-3">
        <FormProblem state={placing.state} />
        <FormSubject plan={plan} task={task} />
        <SelectField
          name="place"
          label={t('tasks.forms.place')}
          defaultValue={String(place)}
          options={Array.from({ length: places }, (_, index) => ({
            value: String(index + 1),
            label: String(index + 1),
          }))}
        />
        <SubmitButton variant="secondary">{t('tasks.forms.move')}</SubmitButton>
      </form>
      <form action={removing.action} onSubmit={removing.onSubmit}>
        <FormProblem state={removing.state} />
        <FormSubject plan={plan} task={task} />
        <SubmitButton variant="danger">{t('tasks.forms.remove')}</SubmitButton>
      </form>
    </div>
  );
}
