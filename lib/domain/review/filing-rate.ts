import type { Timeliness } from '@/lib/domain/deadline/timeliness';

/** What became of one report that was due: how its first filing stood to its deadline, or that nothing came, or may yet. */
export const filingOutcomes = ['on_time', 'extended', 'late', 'missing', 'pending'] as const;
export type FilingOutcome = (typeof filingOutcomes)[number];

/** Reports by what became of them. */
export type FilingCounts = Record<FilingOutcome, number>;

/**
 * What a report counts as at an instant: the timeliness frozen at its first filing, whatever came after it (a return or a
 * withdrawal makes nobody late); else missing once the exclusive closing instant in force has come; else pending, as is
 * whatever is not filed under a provisional deadline, which does not close (null).
 */
export function filingOutcomeOf(
  { timeliness, closesAt }: { timeliness: Timeliness | null; closesAt: Date | null },
  now: Date,
): FilingOutcome {
  if (timeliness !== null) return timeliness;
  return closesAt !== null && now >= closesAt ? 'missing' : 'pending';
}

/** How many reports the rate is taken of: all that were due but those that may still come in time. */
export function countedIn(counts: FilingCounts): number {
  return counts.on_time + counts.extended + counts.late + counts.missing;
}

/**
 * 按时报送率 in tenths of a percent (0 to 1000), null where nothing is counted yet. Numerator: the reports first filed
 * before their period's closing instant. Denominator: those, the ones filed under an extension decided in time (extended:
 * counted apart, neither on time nor late), the late and the missing; pending ones are in neither. Rounded down, so that
 * 100.0% stands only where every report was on time.
 */
export function onTimeRate(counts: FilingCounts): number | null {
  const counted = countedIn(counts);
  return counted === 0 ? null : Math.floor((counts.on_time * 1000) / counted);
}
