import { addDays, type CivilDate, weekdayOf } from './civil-date';

/** A day on which the State Council's yearly arrangement differs from Monday to Friday. */
export type CalendarDay = { date: CivilDate; kind: 'statutory_holiday' | 'makeup_workday'; name: string };

/** The arrangement as the portal holds it; the days of a year that is not confirmed are provisional. */
export type WorkingDayCalendar = {
  days: ReadonlyMap<CivilDate, CalendarDay>;
  confirmedYears: ReadonlySet<number>;
};

export type DayKind = 'working_day' | 'weekend' | 'statutory_holiday' | 'makeup_workday';

/** Says what kind of day a date is, and the holiday's name where it has one. */
export function dayKind(calendar: WorkingDayCalendar, date: CivilDate): { kind: DayKind; name: string } {
  const arranged = calendar.days.get(date);
  if (arranged) return { kind: arranged.kind, name: arranged.name };
  const weekday = weekdayOf(date);
  return { kind: weekday === 0 || weekday === 6 ? 'weekend' : 'working_day', name: '' };
}

/** Statutory holidays are off, make-up Saturdays and Sundays (调休上班) are on. */
export function isWorkingDay(calendar: WorkingDayCalendar, date: CivilDate): boolean {
  const { kind } = dayKind(calendar, date);
  return kind === 'working_day' || kind === 'makeup_workday';
}

/** Gives the nth working day, counting `from` itself when it is one; n is 1 or more. */
export function nthWorkingDay(calendar: WorkingDayCalendar, from: CivilDate, n: number): CivilDate {
  let date = from;
  for (let counted = isWorkingDay(calendar, date) ? 1 : 0; counted < n; ) {
    date = addDays(date, 1);
    if (isWorkingDay(calendar, date)) counted += 1;
  }
  return date;
}

/** Gives the working day that many working days after a date, which is not counted itself; days is 1 or more. */
export function addWorkingDays(calendar: WorkingDayCalendar, date: CivilDate, days: number): CivilDate {
  return nthWorkingDay(calendar, addDays(date, 1), days);
}

/** Counts the working days from today to the last day, both inclusive; 0 once the last day has passed. */
export function workingDaysLeft(calendar: WorkingDayCalendar, today: CivilDate, dueOn: CivilDate): number {
  let left = 0;
  for (let date = today; date <= dueOn; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) left += 1;
  }
  return left;
}
