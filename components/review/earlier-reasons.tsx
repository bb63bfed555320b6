import { civilDateOf } from '@/lib/domain/civil-date';
import { formatDate } from '@/lib/messages/format';
import { t } from '@/lib/messages/translator';

export type ReturnedReview = {
  version: number;
  decidedAt: Date;
  comments: readonly { taskId: string; text: string }[];
};

/** Why this task was sent back before, so that the reviewer sees whether it was mended. */
export function EarlierReasons({ taskId, returns }: { taskId: string; returns: readonly ReturnedReview[] }) {
  const reasons = returns.flatMap(({ version, decidedAt, comments }) =>
    comments
      .filter((comment) => comment.taskId === taskId)
      .map(({ text }) => ({ version, on: civilDateOf(decidedAt), text })),
  );
  if (reasons.length === 0) return null;
  return (
    <section className="rounded-md border border-warning-line bg-warning-soft px-4 py-3">
      <h4 className="font-semibold text-warning">{t('review.report.earlierReasons')}</h4>
      <dl className="mt-1 grid gap-2">
        {reasons.map(({ version, on, text }) => (
          <div key={version}>
            <dt className="text-sm text-muted">
              {t('review.report.earlierReason', { date: formatDate(on), number: version })}
            </dt>
            <dd className="whitespace-pre-line">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
