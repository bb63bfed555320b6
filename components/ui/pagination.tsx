import type { Route } from 'next';
import { useT } from '@/lib/text/use-division-t';
import { ButtonLink } from './button';

type PaginationProps = {
  /** The total in words. */
  totalWords: string;
  total: number;
  page: number;
  pageSize: number;
  addressOf: (page: number) => Route;
};

export function Pagination({ totalWords, total, page, pageSize, addressOf }: PaginationProps) {
  const t = useT();
  const count = Math.max(1, Math.ceil(total / pageSize));
  return (
    <nav aria-label={t('review.pages.label')} className="flex flex-wrap items-center justify-between gap-3">
      <p className="text-sm text-muted">{totalWords}</p>
      {count > 1 && (
        <div className="flex flex-wrap items-center gap-3">
          {page > 1 && (
            <ButtonLink href={addressOf(page - 1)} variant="secondary">
              {t('review.pages.previous')}
            </ButtonLink>
          )}
          <span className="text-sm tabular-nums">{t('review.pages.position', { number: page, count })}</span>
          {page < count && (
            <ButtonLink href={addressOf(page + 1)} variant="secondary">
              {t('review.pages.next')}
            </ButtonLink>
          )}
        </div>
      )}
    </nav>
  );
}
