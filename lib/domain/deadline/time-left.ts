import { type CivilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import { isWorkingDay, type WorkingDayCalendar, workingDaysLeft } from '@/lib/domain/calendar/working-days';

/** The time left until a last day: whole working days before it, whole minutes (rounded up) on it. */
export type TimeLeft =
  | { kind: 'closed' }
  | { kind: 'provisional-passed' }
  | { kind: 'last-day'; minutes: number }
  | { kind: 'days'; workingDays: number; countsToday: boolean };

const minute = 60_000;

/**
 * Gives the time left until a last day in force: `closesAt` is its exclusive closing instant; `doesClose` is false
 * while the date is provisional (暂定), which never closes the form. Today counts among the days left only if it is a
 * working day.
 */
export function timeLeftUntil(
  { dueOn, closesAt, doesClose }: { dueOn: CivilDate; closesAt: Date; doesClose: boolean },
  calendar: WorkingDayCalendar,
  now: Date,
): TimeLeft {
  if (now >= closesAt) return { kind: doesClose ? 'closed' : 'provisional-passed' };
  const today = civilDateOf(now);
  if (today === dueOn) return { kind: 'last-day', minutes: Math.ceil((closesAt.getTime() - now.getTime()) / minute) };
  return {
    kind: 'days',
    workingDays: workingDaysLeft(calendar, today, dueOn),
    countsToday: isWorkingDay(calendar, today),
  };
}
