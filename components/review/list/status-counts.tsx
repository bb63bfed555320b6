import type { ListQuery } from '@/lib/schemas/review';
import { useT } from '@/lib/text/use-division-t';
import { reviewAddress } from './review-address';

const kinds = ['unfiled', 'filed', 'returned', 'accepted', 'overdue', 'published'] as const;

type StatusCountsProps = {
  query: ListQuery;
  counts: Record<(typeof kinds)[number] | 'due', number>;
};

function Count({ href, isCurrent, count, label }: { href: string; isCurrent: boolean; count: number; label: string }) {
  return (
    <li className="first:col-span-2 lg:first:col-span-1 print:first:col-span-1">
      <a
        href={href}
        aria-current={isCurrent ? 'true' : undefined}
        className="grid h-full rounded-lg border border-line bg-surface px-4 py-2 print:px-2 print:py-1 hover:border-accent aria-[current]:border-accent aria-[current]:bg-accent-soft"
      >
        <span className="text-2xl font-bold tabular-nums print:text-base">{count}</span>{' '}
        <span className="text-sm text-muted">{label}</span>
      </a>
    </li>
  );
}

/** The numbers of reports by status, each linked to its list. */
export function StatusCounts({ query, counts }: StatusCountsProps) {
  const t = useT();
  const { plan, quarter, status, reader } = query;
  return (
    <nav aria-label={t('review.counts.label')} className="print-keep">
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-4 lg:grid-cols-7 print:grid-cols-7 print:gap-1">
        <Count
          href={reviewAddress({ plan, quarter, reader })}
          isCurrent={!status && query.view !== 'grid'}
          count={counts.due}
          label={t('review.counts.all')}
        />
        {kinds.map((kind) => (
          <Count
            key={kind}
            href={reviewAddress({ plan, quarter, status: kind, reader })}
            isCurrent={status === kind}
            count={counts[kind]}
            label={t(`review.counts.${kind}`)}
          />
        ))}
      </ul>
    </nav>
  );
}
