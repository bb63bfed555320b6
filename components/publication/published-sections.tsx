import { WrittenText } from '@/components/ui/written-text';
import type { PublishedEntry } from '@/lib/domain/review/publication';
import { publishedWords } from '@/lib/text/entry-words';
import { useT } from '@/lib/text/use-t';

/** The published sections of one task in one period, each under its name. */
export function PublishedSections({ entry }: { entry: PublishedEntry }) {
  const t = useT();
  return (
    <dl className="grid gap-4">
      {entry.sections.map((section) => (
        <div key={section}>
          <dt className="font-semibold text-accent-strong">{t(`fields.${section}`)}</dt>
          <dd className="mt-1 max-w-text">
            <WrittenText text={publishedWords(t, entry, section)} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
