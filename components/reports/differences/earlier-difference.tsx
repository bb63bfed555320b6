import { type EntryForm, formOfBoth } from '@/lib/domain/report/entry';
import { type ComparedEntry, type EntryPart, isPartChanged } from '@/lib/domain/report/entry-difference';
import { useT } from '@/lib/text/use-t';
import { partWords } from './part-words';
import { SectionDifference } from './section-difference';

/** An earlier filed version, for comparison with a later text. */
export type EarlierVersion = {
  number: number;
  form: EntryForm;
  entries: readonly (ComparedEntry & { taskId: string })[];
};

type EarlierDifferenceProps = {
  earlier: EarlierVersion | null | undefined;
  entry: ComparedEntry & { taskId: string };
  part: EntryPart;
  form: EntryForm;
};

/** Expands to the differences of a part of an entry; absent where it has none, or there is no earlier version. */
export function EarlierDifference({ earlier, entry, part, form }: EarlierDifferenceProps) {
  const t = useT();
  const before = earlier?.entries.find(({ taskId }) => taskId === entry.taskId);
  if (!earlier || !before) return null;
  const both = formOfBoth(earlier.form, form);
  if (!isPartChanged(before, entry, part, both)) return null;
  return (
    <details className="no-print mt-1">
      <summary className="link w-fit text-sm">
        {t('differences.since', { number: earlier.number })}
        <span className="sr-only">{partWords(t, form, part)}</span>
      </summary>
      <div className="mt-2 border-l-4 border-accent-line pl-4">
        <SectionDifference before={before} after={entry} part={part} form={both} />
      </div>
    </details>
  );
}
