import { WrittenText } from '@/components/ui/written-text';
import { type EntryForm, type Section, sectionsOf, textOf } from '@/lib/domain/report/entry';
import { type NumberFound, numbersIn } from '@/lib/domain/review/publication';
import type { ProposableReport } from '@/lib/publication/desk/data';
import { type FormState, typedIn } from '@/lib/schemas/form-state';
import { fieldLabel, publishedWords } from '@/lib/text/entry-words';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-division-t';
import { NumberFields } from './number-fields';

type Entry = ProposableReport['entries'][number];

type TaskChoiceProps = {
  /** The name of the task in the form. */
  name: string;
  report: { id: string; version: number; form: EntryForm };
  entry: Entry;
  state: FormState;
};

type PartChoiceProps = TaskChoiceProps & { part: Section; numbers: readonly NumberFound[] };

/** One part of a task: a box, and beneath it the text that goes out if it is ticked. */
function PartChoice({ name, report, entry, part, numbers, state }: PartChoiceProps) {
  const t = useT();
  const box = `${name}.chosen.${part}`;
  const isTicked = state.status === 'idle' ? entry.initial.includes(part) : typedIn(state)[box] !== undefined;
  const text = textOf(entry, part);
  const task = { reportId: report.id, version: report.version, taskId: entry.taskId };
  return (
    <div>
      <label className="flex min-h-9 w-fit items-center gap-2 font-medium">
        <input type="checkbox" name={box} defaultChecked={isTicked} className="size-5 shrink-0 accent-accent" />
        {fieldLabel(t, report.form, part)}
      </label>
      <div className="max-w-text sm:pl-7">
        <WrittenText
          text={publishedWords(t, entry, part, report.form)}
          marksNumbers
          className={text ? '' : 'text-muted'}
        />
        {numbers.length > 0 && <NumberFields task={task} text={text} numbers={numbers} state={state} />}
      </div>
    </div>
  );
}

/** One task of a report: what is ticked goes out, as it reads here but for the numbers, which are masked. */
export function TaskChoice(props: TaskChoiceProps) {
  const t = useT();
  const { name, entry, report } = props;
  const numbers = numbersIn(entry, report.form);
  return (
    <fieldset data-subject={entry.taskId} className="grid gap-3 border-t border-line pt-4">
      <legend className="sr-only">{t('publication.task', { number: taskNumber(entry.taskCode) })}</legend>
      <input type="hidden" name={`${name}.taskId`} value={entry.taskId} />
      <div>
        <p className="text-sm text-muted">{t('publication.task', { number: taskNumber(entry.taskCode) })}</p>
        <p className="max-w-text font-medium">{entry.taskText}</p>
      </div>
      {sectionsOf(report.form).map((part) => (
        <PartChoice key={part} {...props} part={part} numbers={numbers.filter(({ section }) => section === part)} />
      ))}
    </fieldset>
  );
}
