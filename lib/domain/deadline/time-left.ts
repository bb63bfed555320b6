import { addDays, type CivilDate, civilDateOf, startOfDay } from '@/lib/domain/calendar/civil-date';
import { isWorkingDay, type WorkingDayCalendar, workingDaysLeft } from '@/lib/domain/calendar/working-days';

/**
 * From the closing instant on: the form is closed, or can be filed late (补报), or the date was provisional (暂定) and it
 * stays open.
 */
export type Over = 'closed' | 'late-filing' | 'provisional-passed';

/** The time left until a last day: working days or, in the last 24 hours, minutes (rounded up). */
export type TimeLeft =
  | { kind: Over }
  | { kind: 'hours'; minutes: number; isLastDay: boolean }
  | { kind: 'days'; workingDays: number; countsToday: boolean };

/** A day as a countdown counts it: when it begins, the working days from it to the last one, whether it is one itself. */
type CountedDay = { from: Date; workingDays: number; countsToday: boolean };

/**
 * All that a page needs to say the time left for as long as it stays open, so that a browser counts down to instants
 * that it was given and computes no deadline.
 */
export type Countdown = {
  /** The instant by the portal's clock at which this was stated. */
  at: Date;
  /** Exclusive. */
  closesAt: Date;
  over: Over;
  /** Today and each day up to the last one; none once that has passed. */
  days: readonly CountedDay[];
};

const minute = 60_000;
const lastHours = 24 * 60 * minute;

function daysUntil(dueOn: CivilDate, calendar: WorkingDayCalendar, today: CivilDate): CountedDay[] {
  const days: CountedDay[] = [];
  let left = workingDaysLeft(calendar, today, dueOn);
  for (let date = today; date <= dueOn; date = addDays(date, 1)) {
    const countsToday = isWorkingDay(calendar, date);
    days.push({ from: startOfDay(date), workingDays: left, countsToday });
    if (countsToday) left -= 1;
  }
  return days;
}

/**
 * Gives the countdown to a last day in force: `closesAt` is its exclusive closing instant, `over` says how it is from
 * then on. A day counts itself only if it is a working day.
 */
export function countdownTo(
  { dueOn, closesAt, over }: { dueOn: CivilDate; closesAt: Date; over: Over },
  calendar: WorkingDayCalendar,
  now: Date,
): Countdown {
  return { at: now, closesAt, over, days: daysUntil(dueOn, calendar, civilDateOf(now)) };
}

/** Gives the time left at an instant of the portal's clock, no earlier than the one at which the countdown was stated. */
export function timeLeftAt({ closesAt, over, days }: Countdown, now: Date): TimeLeft {
  const left = closesAt.getTime() - now.getTime();
  if (left <= 0) return { kind: over };
  const index = Math.max(0, days.filter(({ from }) => from <= now).length - 1);
  const { workingDays = 0, countsToday = false } = days[index] ?? {};
  if (left <= lastHours)
    return { kind: 'hours', minutes: Math.ceil(left / minute), isLastDay: index >= days.length - 1 };
  return { kind: 'days', workingDays, countsToday };
}
