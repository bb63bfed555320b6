import { fieldError } from '@/components/forms/field-error';
import type { NamedField } from '@/components/forms/form-problem';
import { DateField, SelectField, TextAreaField, TextField } from '@/components/ui/field';
import { shortTitleLimit, type TaskFacts, timeLimitKinds } from '@/lib/domain/plan/task';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { taskTextLimit } from '@/lib/schemas/text-bounds';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';

const names = [
  'number',
  'headings',
  'shortTitle',
  'text',
  'measures',
  'target',
  'dueText',
  'dueOn',
  'dueKind',
  'leads',
  'supports',
] as const;
type Name = (typeof names)[number];

/** The fields for the list of a form's problems. */
export const taskFields = (t: Translate): NamedField[] =>
  names.map((name) => ({ name, id: `task-${name}`, label: t(`tasks.fields.${name}`) }));

/** A task whose agencies are typed by their names. */
export type TypedTask = { facts: TaskFacts; leads: readonly string[]; supports: readonly string[] };

/** The fields of a task, filled with what was typed or is stored. */
export function TaskFields({ state, task }: { state: FormState; task: TypedTask | null }) {
  const t = useT();
  const facts = task?.facts;
  const of = (name: Name, stored: string) => ({
    name,
    id: `task-${name}`,
    label: t(`tasks.fields.${name}`),
    defaultValue: typedIn(state)[name] ?? stored,
    error: fieldError(t, state, name),
  });
  const lines = (texts: readonly string[] = []) => texts.join('\n');
  return (
    <>
      <div className="grid items-end gap-5 md:grid-cols-2">
        <TextField {...of('number', facts?.number ?? '')} />
        <TextField
          {...of('shortTitle', facts?.shortTitle ?? '')}
          maxLength={shortTitleLimit}
          hint={t('tasks.hints.shortTitle')}
        />
      </div>
      <TextAreaField {...of('headings', lines(facts?.headings))} rows={2} hint={t('tasks.hints.headings')} />
      <TextAreaField {...of('text', facts?.text ?? '')} rows={4} limit={taskTextLimit} required />
      <TextAreaField {...of('measures', lines(facts?.measures))} rows={3} hint={t('tasks.hints.measures')} />
      <TextAreaField {...of('target', facts?.target ?? '')} rows={2} />
      <div className="grid items-end gap-5 md:grid-cols-3">
        <TextField {...of('dueText', facts?.dueText ?? '')} hint={t('tasks.hints.dueText')} />
        <SelectField
          {...of('dueKind', facts?.dueKind ?? 'none')}
          options={timeLimitKinds.map((value) => ({ value, label: t(`tasks.dueKinds.${value}`) }))}
        />
        <DateField {...of('dueOn', facts?.dueOn ?? '')} />
      </div>
      <div className="grid items-end gap-5 md:grid-cols-2">
        <TextAreaField
          {...of('leads', lines(task?.leads))}
          rows={3}
          hint={`${t('tasks.hints.names')}${t('tasks.hints.leads')}`}
          required
        />
        <TextAreaField {...of('supports', lines(task?.supports))} rows={3} hint={t('tasks.hints.names')} />
      </div>
    </>
  );
}
