import type { CivilDate } from './civil-date';
import { closingInstant, type DeadlineRule } from './deadline';
import type { DueDate } from './report';
import { addWorkingDays, isWorkingDay, type WorkingDayCalendar } from './working-days';

/** Gives a proposed last day with its exclusive closing instant under the plan's rule, and whether it is a working day. */
export function dueDateOn(on: CivilDate, rule: DeadlineRule, calendar: WorkingDayCalendar): DueDate {
  return { on, closesAt: closingInstant(on, rule), isWorkingDay: isWorkingDay(calendar, on) };
}

/** Working days that a returned report is given unless the division says otherwise. */
export const defaultReturnDays = 3;

/** The last day offered for mending a returned report: three working days after today. */
export function defaultReturnDueOn(today: CivilDate, calendar: WorkingDayCalendar): CivilDate {
  return addWorkingDays(calendar, today, defaultReturnDays);
}
