import { KeptFields } from '@/components/forms/kept-fields';
import { Button } from '@/components/ui/button';
import { SearchField } from '@/components/ui/search-field';
import { routes } from '@/lib/routes';
import type { StatisticsQuery } from '@/lib/schemas/statistics';
import { useT } from '@/lib/text/use-division-t';

/** Finds an agency by a part of its name, within the page's other filters. */
export function AgencySearch({ query }: { query: StatisticsQuery }) {
  const t = useT();
  const kept = { plan: query.plan, year: query.year, quarter: query.quarter };
  return (
    <form
      action={`${routes.statistics()}#agencies`}
      method="get"
      aria-label={t('statistics.agencies.search')}
      className="no-print mb-4 flex flex-wrap items-end gap-4"
    >
      <KeptFields kept={kept} />
      <div className="w-full sm:w-64">
        <SearchField label={t('review.filter.search')} defaultValue={query.search} />
      </div>
      <Button type="submit" variant="secondary" className="h-12">
        {t('statistics.agencies.find')}
      </Button>
    </form>
  );
}
