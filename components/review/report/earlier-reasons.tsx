import { WrittenText } from '@/components/ui/written-text';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { EntryForm } from '@/lib/domain/report/entry';
import type { ReturnedReview } from '@/lib/reports/returns/data';
import { fieldLabel } from '@/lib/text/entry-words';
import { formatDate } from '@/lib/text/format';
import { useT } from '@/lib/text/use-division-t';

type EarlierReasonsProps = { taskId: string; returns: readonly ReturnedReview[]; form: EntryForm };

/** The reasons of earlier returns of this task, so that the reviewer can check the corrections. */
export function EarlierReasons({ taskId, returns, form }: EarlierReasonsProps) {
  const t = useT();
  const reasons = returns.flatMap(({ version, decidedAt, comments }) =>
    comments
      .filter((comment) => comment.taskId === taskId)
      .map(({ section, text }) => ({ version, on: civilDateOf(decidedAt), section, text })),
  );
  if (reasons.length === 0) return null;
  return (
    <section className="rounded-md border border-warning-line bg-warning-soft px-4 py-3">
      <h4 className="font-semibold text-warning">{t('review.report.earlierReasons')}</h4>
      <dl className="mt-1 grid gap-2">
        {reasons.map(({ version, on, section, text }) => (
          <div key={`${version} ${section}`}>
            <dt className="text-sm text-muted">
              {t('review.report.earlierReason', { date: formatDate(on), number: version })}
              {section && t('review.report.earlierReasonOf', { section: fieldLabel(t, form, section) })}
            </dt>
            <dd>
              <WrittenText text={text} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
