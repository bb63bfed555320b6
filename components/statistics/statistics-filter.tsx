import type { Route } from 'next';
import { Button } from '@/components/ui/button';
import { SelectField } from '@/components/ui/field';
import { SearchField } from '@/components/ui/search-field';
import { TextLink } from '@/components/ui/text-link';
import { type PeriodCode, type Rhythm, yearOf } from '@/lib/domain/calendar/period';
import { progressLights } from '@/lib/domain/report/entry';
import type { StatisticsQuery } from '@/lib/schemas/statistics';
import { formatPeriod } from '@/lib/text/format';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-division-t';
import { statisticsAddress } from './statistics-address';

type StatisticsFilterProps = {
  page: Route;
  query: StatisticsQuery;
  plans: readonly { code: string; title: string }[];
  periodCodes: readonly PeriodCode[];
  rhythm: Rhythm;
  /** The texts that the search covers; without it there is no search. */
  searchLabel?: string;
  withLight?: boolean;
};

const choice = (value: string, label: string) => ({ value, label });

function PlanField({ plans, plan }: { plans: StatisticsFilterProps['plans']; plan: string | undefined }) {
  const t = useT();
  if (plans.length < 2) return <input type="hidden" name="plan" value={plan} />;
  return (
    <div className="w-full min-w-0">
      <SelectField
        label={t('review.filter.plan')}
        name="plan"
        defaultValue={plan}
        options={plans.map(({ code, title }) => choice(code, title))}
      />
    </div>
  );
}

/** Filters the statistics or a list; works without scripts, and the choice is part of the address. */
export function StatisticsFilter({ page, query, plans, periodCodes, searchLabel, ...shown }: StatisticsFilterProps) {
  const t = useT();
  const { rhythm, withLight } = shown;
  const years = [...new Set(periodCodes.map(yearOf))];
  const isNarrowed = Boolean(query.year || query.quarter || query.light || query.search);
  const selects: { name: 'year' | 'quarter' | 'light'; chosen: string; options: ReturnType<typeof choice>[] }[] = [
    {
      name: 'year',
      chosen: query.year ? String(query.year) : '',
      options: years.map((year) => choice(String(year), t('statistics.years.name', { year: String(year) }))),
    },
    {
      name: 'quarter',
      chosen: query.quarter ?? '',
      options: periodCodes.map((periodCode) => choice(periodCode, formatPeriod(periodCode))),
    },
    ...(withLight
      ? [
          {
            name: 'light' as const,
            chosen: query.light ?? '',
            options: progressLights.map((light) => choice(light, t(`progressLights.${light}`))),
          },
        ]
      : []),
  ];
  return (
    <form
      action={page}
      method="get"
      aria-label={t('review.filter.label')}
      className="card no-print flex flex-wrap items-end gap-4 p-4"
    >
      <PlanField plans={plans} plan={query.plan} />
      {selects.map(({ name, chosen, options }) => (
        <div key={name} className="w-full sm:w-48">
          <SelectField
            label={t(`statistics.filter.${name}`, rhythmWords(t, rhythm))}
            name={name}
            className="h-12"
            defaultValue={chosen}
            emptyOption={t('statistics.filter.all')}
            options={options}
          />
        </div>
      ))}
      {searchLabel && (
        <div className="w-full sm:w-64">
          <SearchField label={searchLabel} defaultValue={query.search} />
        </div>
      )}
      <Button type="submit" variant="secondary" className="h-12">
        {t('review.filter.submit')}
      </Button>
      {isNarrowed && (
        <span className="py-2">
          <TextLink href={statisticsAddress(page, { plan: query.plan })}>{t('review.filter.clear')}</TextLink>
        </span>
      )}
    </form>
  );
}
