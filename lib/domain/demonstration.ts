import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { startOfDay } from '@/lib/domain/calendar/civil-date';
import { nextPeriod, type PeriodCode } from '@/lib/domain/calendar/period';
import { opensOn } from '@/lib/domain/deadline/opening';

export const clockMoves = ['hour', 'before-deadline', 'after-deadline', 'next-period'] as const;
export type ClockMove = (typeof clockMoves)[number];

type Plan = { issuedOn: CivilDate; periods: readonly { code: PeriodCode; opensAt: Date; closesAt: Date }[] };

const minute = 60_000;
const morning = 9 * 60 * minute;

/** The openings of a plan's periods after an instant; the one after its last period is computed. */
function openingsAfter({ issuedOn, periods }: Plan, now: Date): number[] {
  const ahead = periods.filter(({ opensAt }) => opensAt > now).map(({ opensAt }) => opensAt.getTime());
  const last = periods[periods.length - 1];
  return last ? [...ahead, startOfDay(opensOn(nextPeriod(last.code), issuedOn)).getTime()] : [];
}

/**
 * Gives the instant to which a demonstration's clock moves: one hour on, one minute before or one second after the next
 * closing instant of a period that has begun, or 09:00 on the day on which the next period opens, over all plans. The clock
 * only moves forward: null where there is no such instant ahead. The periods of each plan must be in order.
 */
export function movedClock(move: ClockMove, now: Date, plans: readonly Plan[]): Date | null {
  const begun = plans.flatMap(({ periods }) => periods.filter(({ opensAt }) => opensAt <= now));
  const targets: Record<ClockMove, number[]> = {
    hour: [now.getTime() + 60 * minute],
    'before-deadline': begun.map(({ closesAt }) => closesAt.getTime() - minute),
    'after-deadline': begun.map(({ closesAt }) => closesAt.getTime() + 1_000),
    'next-period': plans.flatMap((plan) => openingsAfter(plan, now)).map((opening) => opening + morning),
  };
  const ahead = targets[move].filter((target) => target > now.getTime());
  return ahead.length > 0 ? new Date(Math.min(...ahead)) : null;
}
