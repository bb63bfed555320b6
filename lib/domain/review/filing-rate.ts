import type { Timeliness } from '@/lib/domain/deadline/timeliness';

/** The outcome of a due report: the timeliness of its first filing, missing, or still pending. */
export const filingOutcomes = ['on_time', 'extended', 'late', 'missing', 'pending'] as const;
export type FilingOutcome = (typeof filingOutcomes)[number];

/** Numbers of reports by outcome. */
export type FilingCounts = Record<FilingOutcome, number>;

/**
 * Gives the outcome of a report at an instant: the timeliness frozen at its first filing, whatever came after it (a
 * return or a withdrawal makes no report late); else missing once the exclusive closing instant in force has come; else
 * pending. An unfiled report under a provisional deadline stays pending, because that does not close (null).
 */
export function filingOutcomeOf(
  { timeliness, closesAt }: { timeliness: Timeliness | null; closesAt: Date | null },
  now: Date,
): FilingOutcome {
  if (timeliness !== null) return timeliness;
  return closesAt !== null && now >= closesAt ? 'missing' : 'pending';
}

/** Gives the number of reports in the rate: all that were due except those that may still be filed in time. */
export function countedIn(counts: FilingCounts): number {
  return counts.on_time + counts.extended + counts.late + counts.missing;
}

/**
 * Gives the 按时报送率 (on-time rate) in tenths of a percent (0 to 1000), null where nothing is counted yet. Numerator: the
 * reports first filed before their period's closing instant. Denominator: those, the ones filed under an extension
 * decided in time (extended: counted apart, neither on time nor late), the late and the missing; pending ones are in
 * neither. Rounded down, so that 100.0% means that every report was on time.
 */
export function onTimeRate(counts: FilingCounts): number | null {
  const counted = countedIn(counts);
  return counted === 0 ? null : Math.floor((counts.on_time * 1000) / counted);
}
