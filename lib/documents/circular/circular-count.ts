import 'server-only';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { type FilingCounts, type FilingOutcome, filingOutcomes } from '@/lib/domain/review/filing-rate';
import type { CircularAgency, CircularReport } from './data';

/** Most names in the text; longer lists are left to the annex. */
const mostNames = 60;

/** Agencies that a paragraph mentions: their number, and their names up to the limit. */
export type Named = { count: number; names: string[] };

export type CircularCount = {
  agencies: number;
  /** First filings by outcome, in total and by period. */
  counts: FilingCounts;
  byPeriod: Map<PeriodCode, FilingCounts>;
  /** The agencies of each outcome; an agency with several outcomes in a year appears under each. */
  named: Record<FilingOutcome, Named>;
  /** Agencies that had a report returned, with the total number of returns. */
  returned: Named & { reports: number; times: number };
};

const noCounts = (): FilingCounts => ({ on_time: 0, extended: 0, late: 0, missing: 0, pending: 0 });

function emptyCount(): CircularCount {
  const named = filingOutcomes.map((outcome) => [outcome, { count: 0, names: [] }]);
  return {
    agencies: 0,
    counts: noCounts(),
    byPeriod: new Map(),
    named: Object.fromEntries(named) as CircularCount['named'],
    returned: { count: 0, names: [], reports: 0, times: 0 },
  };
}

function name(named: Named, words: string): void {
  named.count += 1;
  if (named.names.length < mostNames) named.names.push(words);
}

function countReport(count: CircularCount, { periodCode, outcome, returns }: CircularReport): void {
  const ofPeriod = count.byPeriod.get(periodCode) ?? noCounts();
  count.byPeriod.set(periodCode, ofPeriod);
  count.counts[outcome] += 1;
  ofPeriod[outcome] += 1;
  count.returned.times += returns;
  if (returns > 0) count.returned.reports += 1;
}

/** Computes the numbers in the text of a circular; `returnedWords` words an agency with its number of returns. */
export async function countForCircular(
  batches: AsyncIterable<readonly CircularAgency[]>,
  returnedWords: (agency: string, times: number) => string,
): Promise<CircularCount> {
  const count = emptyCount();
  for await (const agencies of batches) {
    for (const agency of agencies) {
      count.agencies += 1;
      for (const report of agency.reports) countReport(count, report);
      for (const outcome of new Set(agency.reports.map((report) => report.outcome)))
        name(count.named[outcome], agency.name);
      const times = agency.reports.reduce((sum, { returns }) => sum + returns, 0);
      if (times > 0) name(count.returned, returnedWords(agency.name, times));
    }
  }
  return count;
}

/** Says whether all of the agencies are named. */
export function areAllNamed({ count, names }: Named): boolean {
  return names.length === count;
}
