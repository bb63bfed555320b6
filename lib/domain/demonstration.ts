import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { startOfDay } from '@/lib/domain/calendar/civil-date';
import { nextPeriod, type PeriodCode } from '@/lib/domain/calendar/period';
import { opensOn } from '@/lib/domain/deadline/opening';

export const clockMoves = ['hour', 'before-deadline', 'after-deadline', 'next-period'] as const;
export type ClockMove = (typeof clockMoves)[number];

type Period = { code: PeriodCode; opensAt: Date; closesAt: Date };

const minute = 60_000;

/**
 * Gives the instant to which a demonstration's clock moves: one hour on, one minute before or one second after the
 * closing instant of the current period, or 09:00 on the day on which the next period opens. The clock only moves
 * forward: null where the move would go back. `periods` must be in order of their periods.
 */
export function movedClock(move: ClockMove, now: Date, periods: readonly Period[], issuedOn: CivilDate): Date | null {
  if (move === 'hour') return new Date(now.getTime() + 60 * minute);
  const current = periods.findLast((period) => period.opensAt <= now) ?? periods[0];
  if (!current) return null;
  const targets = {
    'before-deadline': current.closesAt.getTime() - minute,
    'after-deadline': current.closesAt.getTime() + 1_000,
    'next-period': startOfDay(opensOn(nextPeriod(current.code), issuedOn)).getTime() + 9 * 60 * minute,
  };
  return targets[move] > now.getTime() ? new Date(targets[move]) : null;
}
