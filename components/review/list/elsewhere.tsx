import { TextLink } from '@/components/ui/text-link';
import type { Rhythm } from '@/lib/domain/calendar/period';
import type { ListQuery } from '@/lib/schemas/review';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-division-t';
import { reviewAddress } from './review-address';

type ElsewhereProps = { query: ListQuery; rhythm: Rhythm; counts: { filed: number; overdue: number } };

/** Numbers of waiting and overdue reports in periods outside the filter, so that they are not overlooked. */
export function Elsewhere({ query, rhythm, counts }: ElsewhereProps) {
  const t = useT();
  const kinds = (['filed', 'overdue'] as const).filter((kind) => counts[kind] > 0);
  if (kinds.length === 0) return null;
  return (
    <p className="no-print flex flex-wrap gap-x-4">
      <span>{t('review.elsewhere.title', rhythmWords(t, rhythm))}</span>
      {kinds.map((kind) => (
        <TextLink
          key={kind}
          href={reviewAddress({ plan: query.plan, quarter: 'all', status: kind, reader: query.reader })}
        >
          {t(`review.elsewhere.${kind}`, { count: counts[kind] })}
        </TextLink>
      ))}
    </p>
  );
}
