import { reviewAddress } from '@/components/review/list/review-address';
import type { Column } from '@/components/ui/data-table';
import { dueIn, type FilingOutcome, filingOutcomes, onTimeRate } from '@/lib/domain/review/filing-rate';
import type { ListQuery } from '@/lib/schemas/review';
import type { Counted } from '@/lib/statistics/data';
import { rateWords } from '@/lib/text/rate-words';
import type { Translate } from '@/lib/text/translator';
import { useT } from '@/lib/text/use-t';
import { CountLink } from './count-link';

type Statistics<Row> = {
  /** The filter of the list of reports that the row counts. */
  listOf: (row: Row) => ListQuery;
  nameOf: (row: Row) => string;
};

function RateCell({ row }: { row: Counted }) {
  const t = useT();
  const words = rateWords(t, row);
  if (onTimeRate(row) === null) return <span className="text-muted">{words}</span>;
  return <strong className="font-semibold">{words}</strong>;
}

/** The columns of every table of filings: reports due, their outcomes, and the rate. */
export function filingColumns<Row extends Counted>(t: Translate, { listOf, nameOf }: Statistics<Row>): Column<Row>[] {
  const column = (
    key: FilingOutcome | 'due' | 'returned',
    countOf: (row: Row) => number,
    narrowed: ListQuery,
  ): Column<Row> => {
    const header = t(`statistics.columns.${key}`);
    const cell = (row: Row) => (
      <CountLink
        count={countOf(row)}
        href={reviewAddress({ ...listOf(row), ...narrowed })}
        subject={t('statistics.subject', { name: nameOf(row), column: header })}
      />
    );
    return { key, header, align: 'end', tight: true, cell };
  };
  return [
    column('due', dueIn, {}),
    ...filingOutcomes.map((outcome) => column(outcome, (row) => row[outcome], { timeliness: outcome })),
    column('returned', (row) => row.returned, { returned: 'yes' }),
    {
      key: 'rate',
      header: t('statistics.columns.rate'),
      align: 'end',
      tight: true,
      cell: (row) => <RateCell row={row} />,
    },
  ];
}
