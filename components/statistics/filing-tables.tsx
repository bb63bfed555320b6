import { type Column, DataTable } from '@/components/ui/data-table';
import type { PeriodCode, Rhythm } from '@/lib/domain/calendar/period';
import type { AgencyCounts, Counted, PeriodCounts } from '@/lib/statistics/data';
import type { YearCounts } from '@/lib/statistics/loaders';
import { formatPeriod } from '@/lib/text/format';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { useT } from '@/lib/text/use-t';
import { filingColumns } from './filing-columns';

/** The filter of the tables of one plan. */
export type Narrowed = { plan: string; year?: number; quarter?: PeriodCode };

const listOf = ({ plan, year, quarter }: Narrowed) => ({ plan, year, quarter: quarter ?? 'all' });

type SummedRow = Counted & { periodCode: PeriodCode | null };

/** One row per period, and their sum where there are several. */
export function PeriodCountsTable({
  rows,
  sum,
  query,
  rhythm,
}: {
  rows: readonly PeriodCounts[];
  sum: Counted;
  query: Narrowed;
  rhythm: Rhythm;
}) {
  const t = useT();
  const words = rhythmWords(t, rhythm);
  const nameOf = ({ periodCode }: SummedRow) => (periodCode ? formatPeriod(periodCode) : t('statistics.sum'));
  const columns: Column<SummedRow>[] = [
    { key: 'period', header: t('statistics.columns.period', words), isRowHeader: true, cell: nameOf },
    ...filingColumns<SummedRow>(t, {
      listOf: ({ periodCode }) => listOf({ ...query, quarter: periodCode ?? query.quarter }),
      nameOf,
    }),
  ];
  return (
    <DataTable
      caption={t('statistics.periods.title', words)}
      captionHidden
      columns={columns}
      rows={[...rows, ...(rows.length > 1 ? [{ ...sum, periodCode: null }] : [])]}
      rowKey={({ periodCode }) => periodCode ?? 'sum'}
      empty={t('statistics.periods.empty')}
    />
  );
}

/** One row per year and plan. */
export function YearTable({ rows }: { rows: readonly YearCounts[] }) {
  const t = useT();
  const nameOf = ({ year }: YearCounts) => t('statistics.years.name', { year: String(year) });
  const columns: Column<YearCounts>[] = [
    {
      key: 'year',
      header: t('statistics.columns.year'),
      isRowHeader: true,
      cell: (row) => (
        <span className="grid">
          <span className="font-medium">{nameOf(row)}</span>
          <span className="text-xs text-muted">{row.planTitle}</span>
        </span>
      ),
    },
    ...filingColumns<YearCounts>(t, { listOf: ({ planCode: plan, year }) => listOf({ plan, year }), nameOf }),
  ];
  return (
    <DataTable
      caption={t('statistics.years.title')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ planCode, year }) => `${planCode} ${year}`}
      empty={t('statistics.periods.empty')}
    />
  );
}

/** One row per agency, those with the most missing reports first. */
export function AgencyTable({ rows, query }: { rows: readonly AgencyCounts[]; query: Narrowed }) {
  const t = useT();
  const columns: Column<AgencyCounts>[] = [
    {
      key: 'agency',
      header: t('statistics.columns.agency'),
      isRowHeader: true,
      cell: ({ name }) => <span className="font-medium">{name}</span>,
    },
    ...filingColumns<AgencyCounts>(t, {
      listOf: ({ code }) => ({ ...listOf(query), agency: code }),
      nameOf: ({ name }) => name,
    }),
  ];
  return (
    <DataTable
      caption={t('statistics.agencies.title')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      empty={t('statistics.agencies.empty')}
    />
  );
}
