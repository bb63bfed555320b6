import { SectionHeading } from '@/components/ui/section-heading';
import type { EntryForm } from '@/lib/domain/report/entry';
import type { ReturnedReview } from '@/lib/reports/returns/data';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatInstant } from '@/lib/text/format';
import { taskNumber } from '@/lib/text/task-words';
import { useT } from '@/lib/text/use-t';

type EarlierOpinionsProps = {
  returns: readonly ReturnedReview[];
  tasks: readonly { taskId: string; taskCode: string }[];
  form: EntryForm;
};

/** The division's opinions on each version that it returned; they stay whatever was filed or withdrawn since. */
export function EarlierOpinions({ returns, tasks, form }: EarlierOpinionsProps) {
  const t = useT();
  if (returns.length === 0) return null;
  const nameOf = ({ taskId, section }: ReturnedReview['comments'][number]) => {
    const number = taskNumber(tasks.find((task) => task.taskId === taskId)?.taskCode ?? '');
    return section
      ? t('filing.taskField', { number, field: fieldLabel(t, form, section) })
      : t('filing.task', { number });
  };
  return (
    <section className="no-print mt-10">
      <SectionHeading>{t('filing.opinions.title')}</SectionHeading>
      <div className="card ruled">
        {returns.map(({ version, by, decidedAt, comments }) => (
          <details key={version} className="px-5 py-3">
            <summary className="link w-fit">
              {t('filing.opinions.of', { number: version, by, at: formatInstant(decidedAt) })}
            </summary>
            <ul className="mt-2 grid gap-1.5">
              {comments.map((comment) => (
                <li
                  key={`${comment.taskId} ${comment.section}`}
                  className="grid gap-x-4 sm:grid-cols-[12em_minmax(0,1fr)]"
                >
                  <span className="font-medium">{nameOf(comment)}</span>
                  <span className="whitespace-pre-wrap">{comment.text}</span>
                </li>
              ))}
            </ul>
          </details>
        ))}
      </div>
    </section>
  );
}
