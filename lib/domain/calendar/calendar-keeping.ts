import { type Actor, hasRole } from '@/lib/domain/authorization';
import type { CivilDate } from './civil-date';
import type { CalendarDay } from './working-days';

/** Says whether an actor keeps the calendar, which is one for all offices: every coordinator may. */
export function mayKeepCalendar(actor: Pick<Actor, 'roles'>): boolean {
  return hasRole(actor, ['coordinator']);
}

/** As many years ahead can be added, with the days that the regulation fixes. */
const yearsAhead = 10;

/** Gives the last year that can be added on a day. */
export function lastYearToAdd(today: CivilDate): number {
  return Number(today.slice(0, 4)) + yearsAhead;
}

/**
 * Gives the year whose arrangement the coordinators are asked for on a day: from 1 November on the next one, because the
 * State Council publishes it in these weeks, before that the present one.
 */
export function yearAskedFor(today: CivilDate): number {
  return Number(today.slice(0, 4)) + (today.slice(5) >= '11-01' ? 1 : 0);
}

/** The kinds to which a single day can be corrected: one of an arrangement, or what its weekday makes it. */
export const correctedKinds = ['statutory_holiday', 'makeup_workday', 'ordinary'] as const;
export type CorrectedKind = (typeof correctedKinds)[number];

/** Says whether two arrangements have the same days off and the same make-up days, whatever they are called. */
export function haveSameDays(a: readonly CalendarDay[], b: readonly CalendarDay[]): boolean {
  const named = (days: readonly CalendarDay[]) =>
    days
      .map(({ date, kind }) => `${date} ${kind}`)
      .sort()
      .join();
  return named(a) === named(b);
}
