import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { SelectField } from '@/components/ui/field';
import { WrittenText } from '@/components/ui/written-text';
import { type EntryContent, type EntryForm, formOfBoth, shortParts, textOf } from '@/lib/domain/report/entry';
import { type ComparedEntry, type EntryPart, entryParts, pairEntries } from '@/lib/domain/report/entry-difference';
import { formatInstant } from '@/lib/text/format';
import { taskNumber, taskWords } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';
import { ChangeSummary } from './change-summary';
import { partWords } from './part-words';
import { SectionDifference } from './section-difference';

type Entry = ComparedEntry & { taskId: string; taskCode: string; taskText: string };
type Version = { number: number; form: EntryForm; entries: readonly Entry[] };

type VersionComparisonProps = {
  /** The address to which the choice of the two versions is sent. */
  action: Route;
  versions: readonly { number: number; filedAt: Date }[];
  before: Version;
  after: Version;
};

/** An entry of which nothing is written. */
const nothing: ComparedEntry = {};

function VersionChoice({ action, versions, before, after }: VersionComparisonProps) {
  const t = useT();
  const options = versions.map(({ number, filedAt }) => ({
    value: String(number),
    label: t('differences.choice.version', { number, at: formatInstant(filedAt) }),
  }));
  return (
    <form action={action} className="no-print flex flex-wrap items-end gap-4">
      <SelectField
        label={t('differences.choice.from')}
        name="from"
        options={options}
        defaultValue={String(before.number)}
      />
      <SelectField label={t('differences.choice.to')} name="to" options={options} defaultValue={String(after.number)} />
      <Button type="submit" variant="secondary">
        {t('differences.choice.submit')}
      </Button>
    </form>
  );
}

function Unchanged({ entry, part, isMark }: { entry: EntryContent; part: EntryPart; isMark: boolean }) {
  const t = useT();
  const text = isMark ? '' : textOf(entry, part);
  if (text === '') return <p className="text-muted">{t('differences.unchanged')}</p>;
  return (
    <details>
      <summary className="w-fit text-muted underline underline-offset-4">{t('differences.unchangedText')}</summary>
      <WrittenText text={text} />
    </details>
  );
}

/** All parts of a changed entry, so that the text can be read in context; the files only if they changed. */
const shownParts = (changed: readonly EntryPart[], form: EntryForm) =>
  changed.length === 0 ? [] : entryParts(form).filter((part) => part !== 'evidence' || changed.includes(part));

type TaskProps = ReturnType<typeof pairEntries<Entry>>[number] & { form: EntryForm };

function TaskComparison({ before, after, changed, form }: TaskProps) {
  const t = useT();
  const shown = after ?? before;
  if (!shown) return null;
  const heading = `task-${shown.taskCode}`;
  return (
    <Card className="break-inside-auto!">
      <section aria-labelledby={heading} className="grid gap-4">
        <div className="border-b border-line pb-3">
          <h2 id={heading} className="text-lg font-bold text-accent-strong">
            {t('filing.task', { number: taskNumber(shown.taskCode) })}
          </h2>
          <p>{taskWords(shown.taskText)}</p>
        </div>
        {changed.length === 0 && <p className="text-muted">{t('differences.unchangedTask')}</p>}
        {shownParts(changed, form).map((part) => (
          <div key={part}>
            <h3 className="font-semibold">{partWords(t, form, part)}</h3>
            {changed.includes(part) ? (
              <SectionDifference before={before ?? nothing} after={after ?? nothing} part={part} form={form} />
            ) : (
              <Unchanged entry={shown} part={part} isMark={shortParts(form).includes(part)} />
            )}
          </div>
        ))}
      </section>
    </Card>
  );
}

/** Two filed versions of a report, task by task, with removals, additions and unchanged text. */
export function VersionComparison(props: VersionComparisonProps) {
  const t = useT();
  const { before, after } = props;
  const form = formOfBoth(before.form, after.form);
  return (
    <div className="grid gap-6">
      <VersionChoice {...props} />
      <p>{t('differences.legend', { before: before.number, after: after.number })}</p>
      <ChangeSummary earlier={before} entries={after.entries} form={after.form} />
      {pairEntries<Entry>(before.entries, after.entries, form).map((task) => (
        <TaskComparison key={(task.after ?? task.before)?.taskId} {...task} form={form} />
      ))}
    </div>
  );
}
