import { KeptFields } from '@/components/forms/kept-fields';
import { SelectField } from '@/components/ui/field';
import { filingOutcomes } from '@/lib/domain/review/filing-rate';
import type { ListQuery } from '@/lib/schemas/review';
import { useT } from '@/lib/text/use-t';

type CountedFilterProps = { query: ListQuery; agencyName?: string };

/**
 * Shows the filters by which a number of the statistics links to the list: timeliness, returns, one agency, one year.
 */
export function CountedFilter({ query, agencyName }: CountedFilterProps) {
  const t = useT();
  const { timeliness, returned, agency, year } = query;
  const kept = { returned, agency, year };
  const words = [
    agency && (agencyName ?? agency),
    year && t('statistics.years.name', { year: String(year) }),
    returned && t('statistics.columns.returned'),
  ].filter(Boolean);
  return (
    <>
      <div className="w-full sm:w-44">
        <SelectField
          label={t('statistics.filter.timeliness')}
          name="timeliness"
          className="h-12"
          defaultValue={timeliness ?? ''}
          emptyOption={t('statistics.filter.all')}
          options={filingOutcomes.map((outcome) => ({ value: outcome, label: t(`statistics.columns.${outcome}`) }))}
        />
      </div>
      <KeptFields kept={kept} />
      {words.length > 0 && (
        <p className="order-last w-full">
          {t('statistics.filter.also', { words: words.join(t('statistics.filter.and')) })}
        </p>
      )}
    </>
  );
}
