import { addDays, civilDateOf, startOfDay } from '@/lib/domain/calendar/civil-date';

/**
 * When what a page says of the time that is left stops being true: at the next midnight (Asia/Shanghai), or at the first
 * of these instants that is still ahead. Null stands for an instant that nobody knows yet.
 */
export function nextTurn(now: Date, instants: readonly (Date | null)[]): Date {
  const ahead = [startOfDay(addDays(civilDateOf(now), 1)), ...instants].filter(
    (instant): instant is Date => instant !== null && instant > now,
  );
  return new Date(Math.min(...ahead.map((instant) => instant.getTime())));
}
