import { EntryProgress, isReady, type OpenParts } from '@/components/filing/report/entry-progress';
import { type EditorEntry, taskAnchor } from '@/components/reports/entry-fields';
import { taskNumber, taskWords } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';

const nothing: OpenParts = { missing: 0, contradicted: 0 };

/** The tasks of the report with the numbers of open parts, linked to their cards. */
export function TaskIndex({ entries, open }: { entries: readonly EditorEntry[]; open: readonly OpenParts[] }) {
  const t = useT();
  return (
    <nav aria-label={t('filing.editor.tasks')} className="lg:sticky lg:top-6 lg:self-start">
      <p className="mb-2 font-bold">{t('filing.editor.tasks')}</p>
      <ol className="grid grid-cols-2 gap-1 sm:grid-cols-3 lg:grid-cols-1">
        {entries.map((entry, index) => {
          const parts = open[index] ?? nothing;
          return (
            <li key={entry.taskId}>
              <a
                href={`#${taskAnchor(entry.taskCode)}`}
                className={`grid gap-0.5 rounded-md border-l-4 bg-surface px-3 py-2 text-sm hover:border-accent hover:bg-accent-soft ${isReady(parts) ? 'border-success' : 'border-line'}`}
              >
                <span className="flex flex-wrap justify-between gap-x-2">
                  <span className="font-medium text-accent">
                    {t('filing.task', { number: taskNumber(entry.taskCode) })}
                  </span>
                  <EntryProgress open={parts} />
                </span>
                {(entry.comment !== null || Object.keys(entry.sectionComments).length > 0) && (
                  <span className="font-medium text-warning">{t('filing.editor.commented')}</span>
                )}
                <span className="line-clamp-2 text-muted max-lg:hidden">{taskWords(entry.taskText)}</span>
              </a>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
