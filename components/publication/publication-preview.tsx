import { formOf } from '@/lib/domain/report/entry';
import type { PublishedContent } from '@/lib/domain/review/publication';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-division-t';
import { PublishedSections } from './published-sections';

/** A report as the public will read it, rendered by the same component as on the public pages. */
export function PublicationPreview({ content }: { content: PublishedContent }) {
  const t = useT();
  if (content.sections.length === 0) return <p className="text-muted">{t('publication.previewEmpty')}</p>;
  return (
    <ol className="grid gap-6">
      {content.entries.map((entry) => (
        <li key={entry.taskCode} className="border-t border-line pt-4 first:border-0 first:pt-0">
          <p className="text-sm text-muted">{t('publication.task', { number: taskNumber(entry.taskCode) })}</p>
          <p className="mb-3 max-w-text font-medium">{entry.taskText}</p>
          <PublishedSections entry={entry} form={formOf(content)} />
        </li>
      ))}
    </ol>
  );
}
