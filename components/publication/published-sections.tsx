import type { Section } from '@/lib/domain/report/completeness';
import type { PublishedEntry } from '@/lib/domain/review/publication';
import { t } from '@/lib/text/translator';

function textOf(entry: PublishedEntry, section: Section): string {
  if (section === 'progress' && entry.noProgress) return t('public.task.noProgress');
  if (section === 'problems' && entry.noProblems) return t('public.task.noProblems');
  return entry[section] || t('public.task.nothingWritten');
}

/** The published sections of one task in one quarter, each under its name. */
export function PublishedSections({ entry, sections }: { entry: PublishedEntry; sections: readonly Section[] }) {
  return (
    <dl className="grid gap-4">
      {sections.map((section) => (
        <div key={section}>
          <dt className="font-semibold text-accent-strong">{t(`sections.${section}`)}</dt>
          <dd className="mt-1 max-w-text whitespace-pre-line">{textOf(entry, section)}</dd>
        </div>
      ))}
    </dl>
  );
}
