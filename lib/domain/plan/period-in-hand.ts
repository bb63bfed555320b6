type TimedPeriod = { opensAt: Date; closesAt: Date };

/**
 * Gives the period that a desk shows unless another is asked for, of periods in order: of those that have begun the first
 * that is not over, otherwise the last. Months overlap, since one is still due when the next has begun; undefined where
 * none has begun.
 */
export function periodInHand<Period extends TimedPeriod>(periods: readonly Period[], now: Date): Period | undefined {
  const begun = periods.filter(({ opensAt }) => opensAt <= now);
  return begun.find(({ closesAt }) => closesAt > now) ?? begun[begun.length - 1];
}
