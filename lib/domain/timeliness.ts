export const timelinesses = ['on_time', 'extended', 'late'] as const;
export type Timeliness = (typeof timelinesses)[number];

/**
 * Decides lateness at the first filing: before the period's closing instant it is on time (always, while the deadline is
 * provisional); after it, it is extended when an extension that was decided before that instant covers it, else late.
 */
export function timelinessOf(
  firstFiledAt: Date,
  period: { closesAt: Date; provisional: boolean },
  extension: { closesAt: Date; decidedAt: Date } | null,
): Timeliness {
  if (period.provisional || firstFiledAt < period.closesAt) return 'on_time';
  const isCovered = extension !== null && extension.decidedAt < period.closesAt && firstFiledAt < extension.closesAt;
  return isCovered ? 'extended' : 'late';
}
