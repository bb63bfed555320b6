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
  /** The agencies by outcome; one with several outcomes in a year stands under the gravest alone. */
  named: Record<FilingOutcome, Named>;
  /** Agencies that had a report returned, with the total number of returns. */
  returned: Named & { reports: number; times: number };
};

/** The words for an agency with its outcomes, and for one with its number of returns. */
export type CircularNames = {
  withOutcomes: (agency: CircularAgency) => string;
  withReturns: (agency: string, times: number) => string;
};

/** The outcomes other than on time, the gravest first. */
export const gravestFirst = ['missing', 'late', 'pending', 'extended'] as const satisfies readonly FilingOutcome[];

function gravestOf({ reports }: CircularAgency): FilingOutcome {
  return gravestFirst.find((outcome) => reports.some((report) => report.outcome === outcome)) ?? 'on_time';
}

const noCounts = (): FilingCounts => ({ on_time: 0, extended: 0, late: 0, missing: 0, pending: 0, early: 0 });

function add(counts: FilingCounts, { outcome, isPeriodOpen }: CircularReport): void {
  counts[outcome] += 1;
  if (outcome === 'on_time' && isPeriodOpen) counts.early += 1;
}

/** Counts reports by outcome. */
export function countsOf(reports: readonly CircularReport[]): FilingCounts {
  const counts = noCounts();
  for (const report of reports) add(counts, report);
  return counts;
}

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

function countReport(count: CircularCount, report: CircularReport): void {
  const ofPeriod = count.byPeriod.get(report.periodCode) ?? noCounts();
  count.byPeriod.set(report.periodCode, ofPeriod);
  add(count.counts, report);
  add(ofPeriod, report);
  count.returned.times += report.returns;
  if (report.returns > 0) count.returned.reports += 1;
}

/** Computes the numbers and the names in the text of a circular. */
export async function countForCircular(
  batches: AsyncIterable<readonly CircularAgency[]>,
  { withOutcomes, withReturns }: CircularNames,
): Promise<CircularCount> {
  const count = emptyCount();
  for await (const agencies of batches) {
    for (const agency of agencies) {
      count.agencies += 1;
      for (const report of agency.reports) countReport(count, report);
      name(count.named[gravestOf(agency)], withOutcomes(agency));
      const times = agency.reports.reduce((sum, { returns }) => sum + returns, 0);
      if (times > 0) name(count.returned, withReturns(agency.name, times));
    }
  }
  return count;
}

/** Says whether all of the agencies are named. */
export function areAllNamed({ count, names }: Named): boolean {
  return names.length === count;
}
