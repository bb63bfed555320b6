import { type Column, DataTable } from '@/components/ui/data-table';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { formatQuarter } from '@/lib/text/format';
import { t } from '@/lib/text/translator';
import { type Counted, filingColumns } from './filing-columns';

export type QuarterRow = Counted & { planCode: string; quarter: Quarter };
export type YearRow = Counted & { planCode: string; planTitle: string; year: number };
export type AgencyRow = Counted & { code: string; name: string };

/** The filter of the tables of one plan. */
export type Narrowed = { plan: string; year?: number; quarter?: Quarter };

const listOf = ({ plan, year, quarter }: Narrowed) => ({ plan, year, quarter: quarter ?? 'all' });

type SummedRow = Counted & { quarter: Quarter | null };

/** One row per quarter, and their sum where there are several. */
export function QuarterTable({ rows, sum, query }: { rows: readonly QuarterRow[]; sum: Counted; query: Narrowed }) {
  const nameOf = ({ quarter }: SummedRow) => (quarter ? formatQuarter(quarter) : t('counting.sum'));
  const columns: Column<SummedRow>[] = [
    { key: 'quarter', header: t('counting.columns.quarter'), isRowHeader: true, cell: nameOf },
    ...filingColumns<SummedRow>({
      listOf: ({ quarter }) => listOf({ ...query, quarter: quarter ?? query.quarter }),
      nameOf,
    }),
  ];
  return (
    <DataTable
      caption={t('counting.quarters.title')}
      captionHidden
      columns={columns}
      rows={[...rows, ...(rows.length > 1 ? [{ ...sum, quarter: null }] : [])]}
      rowKey={({ quarter }) => quarter ?? 'sum'}
      empty={t('counting.quarters.empty')}
    />
  );
}

/** One row per year and plan. */
export function YearTable({ rows }: { rows: readonly YearRow[] }) {
  const nameOf = ({ year }: YearRow) => t('counting.years.name', { year: String(year) });
  const columns: Column<YearRow>[] = [
    {
      key: 'year',
      header: t('counting.columns.year'),
      isRowHeader: true,
      cell: (row) => (
        <span className="grid">
          <span className="font-medium">{nameOf(row)}</span>
          <span className="text-xs text-muted">{row.planTitle}</span>
        </span>
      ),
    },
    ...filingColumns<YearRow>({ listOf: ({ planCode: plan, year }) => listOf({ plan, year }), nameOf }),
  ];
  return (
    <DataTable
      caption={t('counting.years.title')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ planCode, year }) => `${planCode} ${year}`}
      empty={t('counting.quarters.empty')}
    />
  );
}

/** One row per agency, those with the most missing reports first. */
export function AgencyTable({ rows, query }: { rows: readonly AgencyRow[]; query: Narrowed }) {
  const columns: Column<AgencyRow>[] = [
    {
      key: 'agency',
      header: t('counting.columns.agency'),
      isRowHeader: true,
      cell: ({ name }) => <span className="font-medium">{name}</span>,
    },
    ...filingColumns<AgencyRow>({
      listOf: ({ code }) => ({ ...listOf(query), agency: code }),
      nameOf: ({ name }) => name,
    }),
  ];
  return (
    <DataTable
      caption={t('counting.agencies.title')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={({ code }) => code}
      empty={t('counting.agencies.empty')}
    />
  );
}
