import { WrittenText } from '@/components/ui/written-text';
import type { EntryForm } from '@/lib/domain/report/entry';
import type { PublishedEntry } from '@/lib/domain/review/publication';
import { fieldLabel, publishedWords } from '@/lib/text/entry-words';
import { useT } from '@/lib/text/use-t';

/** The published sections of one task in one period, each under its name. */
export function PublishedSections({ entry, form }: { entry: PublishedEntry; form: EntryForm }) {
  const t = useT();
  return (
    <dl className="grid gap-4">
      {entry.sections.map((section) => (
        <div key={section}>
          <dt className="font-semibold text-accent-strong">{fieldLabel(t, form, section)}</dt>
          <dd className="mt-1 max-w-text">
            <WrittenText text={publishedWords(t, entry, section, form)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
