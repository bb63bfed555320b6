/** The timeliness of a report's first filing: decided once, never changed. */
export const timelinesses = ['on_time', 'extended', 'late'] as const;
export type Timeliness = (typeof timelinesses)[number];

/**
 * Gives the timeliness of a first filing: on time (before the period's exclusive closing instant, or while that is
 * provisional), extended (before the closing instant of an extension decided before the period closed) or late (all
 * else, including 补报 under an extension granted afterwards). Refuses nothing.
 */
export function timelinessOf(
  firstFiledAt: Date,
  period: { closesAt: Date; provisional: boolean },
  extension: { closesAt: Date; decidedAt: Date } | null,
): Timeliness {
  if (period.provisional || firstFiledAt < period.closesAt) return 'on_time';
  const decidedInTime = extension !== null && extension.decidedAt < period.closesAt;
  return decidedInTime && firstFiledAt < extension.closesAt ? 'extended' : 'late';
}
