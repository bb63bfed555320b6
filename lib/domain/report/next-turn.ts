import { addDays, civilDateOf, startOfDay } from '@/lib/domain/calendar/civil-date';

/**
 * Gives the instant at which a page's statement of the time left becomes outdated: the next midnight (Asia/Shanghai),
 * or the first of these instants that is still ahead. Null stands for an unknown instant.
 */
export function nextTurn(now: Date, instants: readonly (Date | null)[]): Date {
  const ahead = [startOfDay(addDays(civilDateOf(now), 1)), ...instants].filter(
    (instant): instant is Date => instant !== null && instant > now,
  );
  return new Date(Math.min(...ahead.map((instant) => instant.getTime())));
}
