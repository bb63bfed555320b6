import { Button } from '@/components/ui/button';
import { CheckboxField, SelectField } from '@/components/ui/field';
import { SearchField } from '@/components/ui/search-field';
import { TextLink } from '@/components/ui/text-link';
import type { PeriodCode, Rhythm } from '@/lib/domain/calendar/period';
import { routes } from '@/lib/routes';
import type { ListQuery } from '@/lib/schemas/review';
import { statusFilters } from '@/lib/schemas/review';
import { formatPeriod } from '@/lib/text/format';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-division-t';
import { CountedFilter } from './counted-filter';
import { isNarrowed, reviewAddress } from './review-address';

type FilterFormProps = {
  query: ListQuery;
  /** The agency by which the list is filtered. */
  agencyName?: string;
  plans: readonly { code: string; title: string }[];
  periodCodes: readonly PeriodCode[];
  rhythm: Rhythm;
};

/** Filters the list; works without scripts, and the choice is part of the address. */
export function FilterForm({ query, plans, periodCodes, rhythm, agencyName }: FilterFormProps) {
  const t = useT();
  const words = rhythmWords(t, rhythm);
  const isGrid = query.view === 'grid';
  return (
    <form
      action={routes.review()}
      method="get"
      aria-label={t('review.filter.label')}
      className="card flex flex-wrap items-end gap-4 p-4"
    >
      {isGrid && <input type="hidden" name="view" value="grid" />}
      {plans.length > 1 ? (
        <div className="w-full min-w-0">
          <SelectField
            label={t('review.filter.plan')}
            name="plan"
            defaultValue={query.plan}
            options={plans.map(({ code, title }) => ({ value: code, label: title }))}
          />
        </div>
      ) : (
        <input type="hidden" name="plan" value={query.plan} />
      )}
      {!isGrid && (
        <div className="w-full sm:w-44">
          <SelectField
            label={t('review.filter.period', words)}
            name="quarter"
            className="h-12"
            defaultValue={query.quarter}
            options={[
              ...periodCodes.map((periodCode) => ({ value: periodCode as string, label: formatPeriod(periodCode) })),
              { value: 'all', label: t('review.filter.allPeriods', words) },
            ]}
          />
        </div>
      )}
      {!isGrid && (
        <div className="w-full sm:w-44">
          <SelectField
            label={t('review.filter.status')}
            name="status"
            className="h-12"
            defaultValue={query.status ?? ''}
            emptyOption={t('review.filter.anyStatus')}
            options={statusFilters.map((status) => ({ value: status, label: t(`review.filter.statuses.${status}`) }))}
          />
        </div>
      )}
      {!isGrid && <CountedFilter query={query} agencyName={agencyName} />}
      <div className="w-full sm:w-44">
        <SearchField label={t('review.filter.search')} defaultValue={query.search} />
      </div>
      {!isGrid && (
        <div className="flex min-h-12 items-center">
          <CheckboxField label={t('assignment.mine')} name="reader" value="me" defaultChecked={query.reader === 'me'} />
        </div>
      )}
      <Button type="submit" variant="secondary" className="h-12">
        {t('review.filter.submit')}
      </Button>
      {isNarrowed(query) && (
        <span className="py-2">
          <TextLink href={reviewAddress({ plan: query.plan, quarter: query.quarter, view: query.view })}>
            {t('review.filter.clear')}
          </TextLink>
        </span>
      )}
    </form>
  );
}
