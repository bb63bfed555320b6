import type { Timeliness } from '@/lib/domain/deadline/timeliness';

/** The outcome of a due report: the timeliness of its first filing, missing, or still pending. */
export const filingOutcomes = ['on_time', 'extended', 'late', 'missing', 'pending'] as const;
export type FilingOutcome = (typeof filingOutcomes)[number];

/**
 * Numbers of reports by outcome. `early` are those of the on-time ones whose period has not closed yet: they are shown
 * as filed, but a period has no rate before it is over.
 */
export type FilingCounts = Record<FilingOutcome, number> & { early: number };

/**
 * Gives the outcome of a report at an instant: the timeliness of its first filing, which a return never
 * changes; else missing once the exclusive closing instant in force has come; else pending. A report that the agency
 * withdrew counts as not filed, so its `timeliness` is null here. An unfiled report under a provisional deadline stays
 * pending, because that does not close (null).
 */
export function filingOutcomeOf(
  { timeliness, closesAt }: { timeliness: Timeliness | null; closesAt: Date | null },
  now: Date,
): FilingOutcome {
  if (timeliness !== null) return timeliness;
  return closesAt !== null && now >= closesAt ? 'missing' : 'pending';
}

/** Gives the number of reports that were due: those of every outcome. */
export function dueIn(counts: FilingCounts): number {
  return filingOutcomes.reduce((sum, outcome) => sum + counts[outcome], 0);
}

/** Gives the number of reports in the rate: all that were due, but for those of periods that are still open. */
export function countedIn(counts: FilingCounts): number {
  return dueIn(counts) - counts.pending - counts.early;
}

/**
 * Gives the 按时报送率 (on-time rate) in tenths of a percent (0 to 1000), null where nothing is counted yet: an open period
 * has no rate. Numerator: the reports first filed before their period's closing instant, and those filed within an
 * extension that was granted before it, because an extension that was granted and kept is no fault. Denominator: those,
 * the late and the missing. Rounded half up, but 99.9% at most unless every report was in time, and 0.1% at least unless
 * none was, so that 100.0% and 0.0% mean what they say. Source: the notice's deadline, and the plan's extensions.
 */
export function onTimeRate(counts: FilingCounts): number | null {
  const counted = countedIn(counts);
  if (counted === 0) return null;
  const inTime = counts.on_time - counts.early + counts.extended;
  if (inTime === 0 || inTime === counted) return inTime === 0 ? 0 : 1000;
  // The half is added in whole numbers, because 0.05 has no exact binary form.
  const rounded = Math.floor((inTime * 2000 + counted) / (counted * 2));
  return Math.min(999, Math.max(1, rounded));
}
