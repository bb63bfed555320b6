import type { ListQuery } from '@/lib/schemas/review';
import { useT } from '@/lib/text/use-division-t';
import { reviewAddress } from './review-address';

const views = ['list', 'grid'] as const;

/** The same reports as a list, or as agencies by periods. */
export function ViewSwitch({ query }: { query: ListQuery }) {
  const t = useT();
  return (
    <nav aria-label={t('review.views.label')}>
      <ul className="flex gap-2 border-b border-line">
        {views.map((view) => (
          <li key={view}>
            <a
              href={reviewAddress({ plan: query.plan, quarter: query.quarter, search: query.search, view })}
              aria-current={(query.view ?? 'list') === view ? 'page' : undefined}
              className="-mb-px block border-b-3 border-transparent px-4 py-2 font-medium text-muted hover:text-accent aria-[current]:border-accent aria-[current]:text-accent"
            >
              {t(`review.views.${view}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
