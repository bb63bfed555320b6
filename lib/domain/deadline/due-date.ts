import { addDays, type CivilDate } from '@/lib/domain/calendar/civil-date';
import {
  addWorkingDays,
  dayKind,
  isConfirmedDay,
  isWorkingDay,
  type WorkingDayCalendar,
  workingDaysAfter,
  workingDaysFrom,
} from '@/lib/domain/calendar/working-days';
import { closingInstant, type DeadlineRule } from './deadline';

/**
 * A last day that is requested or set, with its closing instant under the plan's rule and whether it is a working day.
 */
export type DueDate = { on: CivilDate; closesAt: Date; isWorkingDay: boolean };

/** Gives a proposed last day with its exclusive closing instant under the plan's rule, and whether it is a working day. */
export function dueDateOn(on: CivilDate, rule: DeadlineRule, calendar: WorkingDayCalendar): DueDate {
  return { on, closesAt: closingInstant(on, rule), isWorkingDay: isWorkingDay(calendar, on) };
}

/** Working days that a returned report gets unless the division sets another last day. */
export const defaultReturnDays = 3;

/**
 * Gives the last day offered for correcting a returned report: three working days after today, or the last day in force
 * (`dueOn`) where that is later, because a return takes no time from an agency that filed early.
 */
export function defaultReturnDueOn(today: CivilDate, dueOn: CivilDate, calendar: WorkingDayCalendar): CivilDate {
  const later = addWorkingDays(calendar, today, defaultReturnDays);
  return later > dueOn ? later : dueOn;
}

/** A last day that a form offers: `daysAfter` counts the working days from `since`, negative if it lies before. */
export type OfferedDay = { date: CivilDate; isMakeup: boolean; provisional: boolean; daysAfter: number };

/** Six weeks of working days: longer than any extension with which the period's report would still be of use. */
export const offeredDays = 30;

/** A requested day is offered too if it lies within a year, so that no form offers the year 9999. */
const farthest = 366;

/**
 * Gives the working days (make-up Saturdays and Sundays included) from which a last day is chosen: thirty from a civil
 * date on, and the requested day (`wanted`) where it is a working day beyond them.
 */
export function offeredDueDates(
  calendar: WorkingDayCalendar,
  { from, since, wanted }: { from: CivilDate; since: CivilDate; wanted?: CivilDate },
): OfferedDay[] {
  const days = workingDaysFrom(calendar, from, offeredDays);
  const last = days.at(-1) ?? from;
  const isBeyond = wanted !== undefined && wanted > last && wanted <= addDays(from, farthest);
  const offered = isBeyond && isWorkingDay(calendar, wanted) ? [...days, wanted] : days;
  return offered.map((date) => ({
    date,
    isMakeup: dayKind(calendar, date).kind === 'makeup_workday',
    provisional: !isConfirmedDay(calendar, date),
    daysAfter: workingDaysAfter(calendar, date, since),
  }));
}
