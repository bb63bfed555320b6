'use client';

import { fieldError } from '@/components/forms/field-error';
import { FormProblem } from '@/components/forms/form-problem';
import { KeptNotice } from '@/components/forms/kept-notice';
import { useFormAction } from '@/components/forms/use-form-action';
import { buttonClass } from '@/components/ui/button';
import { TextAreaField, TextField } from '@/components/ui/field';
import { SubmitButton } from '@/components/ui/submit-button';
import { mergeTasksAction } from '@/lib/plans/tasks/amendments/actions';
import { typedIn } from '@/lib/schemas/form-state';
import { taskTextLimit } from '@/lib/schemas/text-bounds';
import { useT } from '@/lib/text/use-t';
import type { AmendedTaskProps } from './end-form';
import { FormSubject } from './task-form';
import { TermsFields, termsFields } from './terms-fields';

/** Merges a task of an issued plan with others into a new one. */
export function MergeForm({ plan, task, from, text, leads }: AmendedTaskProps & { text: string; leads: string }) {
  const t = useT();
  const { state, action, onSubmit, kept } = useFormAction(mergeTasksAction, { place: `plan-task-merge/${task}` });
  const of = (name: 'others' | 'text' | 'leads', label: string, stored: string) => ({
    name,
    id: `merge-${name}`,
    label,
    defaultValue: typedIn(state)[name] ?? stored,
    error: fieldError(t, state, name),
    required: true,
  });
  const others = of('others', t('tasks.forms.others'), '');
  const merged = of('text', t('tasks.forms.mergedText'), text);
  const leading = of('leads', t('tasks.forms.mergedLeads'), leads);
  return (
    <details open={state.status !== 'idle'}>
      <summary className={buttonClass('secondary')}>{t('tasks.forms.merge')}</summary>
      <form action={action} onSubmit={onSubmit} noValidate className="mt-4 grid max-w-4xl gap-5">
        <p className="text-muted">{t('tasks.forms.mergeHint')}</p>
        <KeptNotice kept={kept} />
        <FormProblem state={state} fields={[others, merged, leading, ...termsFields(t, 'merge')]} />
        <FormSubject plan={plan} task={task} />
        <TextField {...others} hint={t('tasks.forms.othersHint')} />
        <TextAreaField {...merged} rows={3} limit={taskTextLimit} />
        <TextAreaField {...leading} rows={2} hint={t('tasks.hints.names')} />
        <TermsFields state={state} use="merge" from={from} />
        <SubmitButton className="justify-self-start">{t('tasks.forms.merge')}</SubmitButton>
      </form>
    </details>
  );
}
