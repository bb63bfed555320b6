'use client';

import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { TextAreaField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { splitTaskAction } from '@/lib/plans/tasks/amendments/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { taskTextLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-t';
import type { AmendedTaskProps } from './end-form';
import { FormSubject } from './task-form';
import { TermsFields, termsFields } from './terms-fields';

const parts = [0, 1, 2, 3];

/** Splits a task of an issued plan into two or more. */
export function SplitForm({ plan, task, from }: AmendedTaskProps) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(splitTaskAction, { place: `plan-task-split/${task}` });
  const typed = typedIn(state);
  return (
    <details open={state.status !== 'idle'}>
      <summary className={buttonClass('secondary')}>{t('tasks.forms.split')}</summary>
      <form action={action} onSubmit={onSubmit} noValidate className="mt-4 grid max-w-4xl gap-5">
        <p className="text-muted">{t('tasks.forms.splitHint')}</p>
        <KeptNotice kept={kept} />
        <FormProblem state={state} fields={termsFields(t, 'split')} />
        <FormSubject plan={plan} task={task} />
        {parts.map((index) => (
          <div key={index} className="grid items-start gap-5 md:grid-cols-[2fr_1fr]">
            <TextAreaField
              name={`parts[${index}].text`}
              label={t('tasks.forms.part', { number: index + 1 })}
              defaultValue={typed[`parts[${index}].text`] ?? ''}
              rows={2}
              limit={taskTextLimit}
            />
            <TextAreaField
              name={`parts[${index}].leads`}
              label={t('tasks.forms.partLeads', { number: index + 1 })}
              defaultValue={typed[`parts[${index}].leads`] ?? ''}
              rows={2}
            />
          </div>
        ))}
        <TermsFields state={state} use="split" from={from} />
        <SubmitButton className="justify-self-start">{t('tasks.forms.split')}</SubmitButton>
      </form>
    </details>
  );
}
