import { type EditorEntry, taskAnchor } from '@/components/reports/entry-fields';
import { useT } from '@/lib/text/use-t';

/** The tasks of the report with the number of missing parts, linked to their cards. */
export function TaskIndex({ entries, missing }: { entries: readonly EditorEntry[]; missing: readonly number[] }) {
  const t = useT();
  return (
    <nav aria-label={t('filing.editor.tasks')} className="lg:sticky lg:top-6 lg:self-start">
      <p className="mb-2 font-bold">{t('filing.editor.tasks')}</p>
      <ol className="grid grid-cols-2 gap-1 sm:grid-cols-3 lg:grid-cols-1">
        {entries.map((entry, index) => {
          const count = missing[index] ?? 0;
          return (
            <li key={entry.taskId}>
              <a
                href={`#${taskAnchor(entry.taskCode)}`}
                className={`grid gap-0.5 rounded-md border-l-4 bg-surface px-3 py-2 text-sm hover:border-accent hover:bg-accent-soft ${count > 0 ? 'border-line' : 'border-success'}`}
              >
                <span className="flex flex-wrap justify-between gap-x-2">
                  <span className="font-medium text-accent">{t('filing.task', { number: index + 1 })}</span>
                  <span className={count > 0 ? 'text-warning' : 'text-success'}>
                    {count > 0 ? t('filing.editor.missing', { count }) : t('filing.editor.complete')}
                  </span>
                </span>
                {(entry.comment !== null || Object.keys(entry.sectionComments).length > 0) && (
                  <span className="font-medium text-warning">{t('filing.editor.commented')}</span>
                )}
                <span className="line-clamp-2 text-muted max-lg:hidden">{entry.taskText}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
