import 'server-only';
import { type FilingCounts, filingOutcomes } from '@/lib/domain/review/filing-rate';
import type { OfficialTable } from '@/lib/office-files/official/official-document';
import { formatExactInstant, formatPeriodWithinYear } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { rateWords } from './circular-words';
import type { CircularAgency, CircularReport, CoveredPeriod } from './data';

const column = (key: 'number' | 'agency' | 'dueOn' | 'firstFiled' | 'outcome' | 'returns' | 'rate', width: number) => {
  const t = getT();
  return {
    title: t(`documents.circular.columns.${key}`),
    width,
    isCentred: key !== 'agency',
  };
};

const outcomeOf = ({ outcome }: CircularReport) => {
  const t = getT();
  return t(`documents.circular.outcomes.${outcome}`);
};

function countsOf(reports: readonly CircularReport[]): FilingCounts {
  const counts = filingOutcomes.map((outcome) => [outcome, reports.filter((each) => each.outcome === outcome).length]);
  return Object.fromEntries(counts) as FilingCounts;
}

type Rows = AsyncIterable<readonly CircularAgency[]>;
type RowOf = (number: string, agency: CircularAgency, returns: string) => string[];

/** Numbers the agencies and builds their rows. */
async function* numbered(batches: Rows, rowOf: RowOf): AsyncGenerator<string[]> {
  let number = 0;
  for await (const agencies of batches) {
    for (const agency of agencies) {
      number += 1;
      const returns = agency.reports.reduce((sum, report) => sum + report.returns, 0);
      yield rowOf(String(number), agency, String(returns));
    }
  }
}

/** The table of one period: each agency's first filing with its outcome, and the number of returns. */
export function periodTable(batches: Rows): OfficialTable {
  const t = getT();
  const rowOf: RowOf = (number, { name, reports }, returns) => {
    const [report] = reports;
    if (!report) return [number, name];
    const filed = report.firstFiledAt
      ? formatExactInstant(report.firstFiledAt).slice(0, -3)
      : t('documents.circular.notFiled');
    return [number, name, report.dueOn, filed, outcomeOf(report), returns];
  };
  return {
    kind: 'table',
    columns: [
      column('number', 1),
      column('agency', 4),
      column('dueOn', 2.6),
      column('firstFiled', 3.8),
      column('outcome', 2.4),
      column('returns', 1.8),
    ],
    rows: numbered(batches, rowOf),
  };
}

/**
 * The table of a year: the outcome of each agency's reports by period, the agency's rate, and the number of returns.
 */
export function yearTable(batches: Rows, periods: readonly CoveredPeriod[]): OfficialTable {
  const t = getT();
  const rowOf: RowOf = (number, { name, reports }, returns) => {
    const outcomes = periods.map(({ code: periodCode }) => {
      const report = reports.find((each) => each.periodCode === periodCode);
      return report ? outcomeOf(report) : t('documents.circular.noRate');
    });
    return [number, name, ...outcomes, rateWords(countsOf(reports)), returns];
  };
  return {
    kind: 'table',
    columns: [
      column('number', 1),
      column('agency', 4),
      ...periods.map(({ code }) => ({ title: formatPeriodWithinYear(code), width: 2.1, isCentred: true })),
      column('rate', 1.8),
      column('returns', 1.8),
    ],
    rows: numbered(batches, rowOf),
  };
}
