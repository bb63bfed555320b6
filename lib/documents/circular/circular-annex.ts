import 'server-only';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode, Rhythm } from '@/lib/domain/calendar/period';
import type { Coverage } from '@/lib/domain/review/documents';
import type { OfficialBlock, OfficialTable } from '@/lib/office-files/official/official-document';
import { formatDayWithin, formatPeriodWithinYear, formatTime } from '@/lib/text/format';
import { getT } from '@/lib/text/get-t';
import { rateWords } from '@/lib/text/rate-words';
import { rhythmWords } from '@/lib/text/rhythm-words';
import { countsOf } from './circular-count';
import type { CircularAgency, CircularReport } from './data';

type ColumnKey = 'number' | 'agency' | 'dueOn' | 'extendedOn' | 'firstFiled' | 'outcome' | 'returns' | 'rate';

const column = (key: ColumnKey, width: number) => {
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

/** The table of one period: each agency's last days, first filing and outcome, and the number of returns. */
function periodTable(batches: Rows, { year }: Coverage): OfficialTable {
  const t = getT();
  const rowOf: RowOf = (number, { name, reports }, returns) => {
    const [report] = reports;
    if (!report) return [number, name];
    const { dueOn, extendedOn, firstFiledAt } = report;
    const filed = firstFiledAt && `${formatDayWithin(civilDateOf(firstFiledAt), year)} ${formatTime(firstFiledAt)}`;
    return [
      number,
      name,
      formatDayWithin(dueOn, year),
      extendedOn ? formatDayWithin(extendedOn, year) : t('documents.circular.none'),
      filed ?? t('documents.circular.none'),
      outcomeOf(report),
      returns,
    ];
  };
  return {
    kind: 'table',
    columns: [
      column('number', 1),
      column('agency', 4),
      column('dueOn', 2.2),
      column('extendedOn', 2.2),
      column('firstFiled', 3.2),
      column('outcome', 2.2),
      column('returns', 1.8),
    ],
    rows: numbered(batches, rowOf),
  };
}

/**
 * The table of a year: the outcome of each agency's reports by period, the agency's rate, and the number of returns.
 */
function yearTable(batches: Rows, codes: readonly PeriodCode[]): OfficialTable {
  const t = getT();
  const rowOf: RowOf = (number, { name, reports }, returns) => {
    const outcomes = codes.map((periodCode) => {
      const report = reports.find((each) => each.periodCode === periodCode);
      return report ? outcomeOf(report) : t('documents.circular.none');
    });
    return [number, name, ...outcomes, rateWords(t, countsOf(reports)), returns];
  };
  return {
    kind: 'table',
    columns: [
      column('number', 1),
      column('agency', 4),
      ...codes.map((code) => ({ title: formatPeriodWithinYear(code), width: 2.1, isCentred: true })),
      column('rate', 2.2),
      column('returns', 1.8),
    ],
    rows: numbered(batches, rowOf),
  };
}

/** The table of the periods that a circular covers, with the rule of the rate below it. */
export function annexBlocks(batches: Rows, coverage: Coverage, rhythm: Rhythm): OfficialBlock[] {
  const t = getT();
  const { codes } = coverage;
  return [
    codes.length > 1 ? yearTable(batches, codes) : periodTable(batches, coverage),
    { kind: 'paragraph', text: t('documents.circular.rule', rhythmWords(t, rhythm)) },
  ];
}
