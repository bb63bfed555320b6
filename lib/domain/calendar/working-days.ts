import { addDays, type CivilDate, weekdayOf } from './civil-date';

/**
 * A day on which the State Council's arrangement departs from the normal week: a day off, or a working day that makes
 * up for one.
 */
export type CalendarDay = { date: CivilDate; kind: 'statutory_holiday' | 'makeup_workday'; name: string };

/** Every such day that the portal knows, and the years whose arrangement the State Council has published. */
export type WorkingDayCalendar = {
  days: ReadonlyMap<CivilDate, CalendarDay>;
  confirmedYears: ReadonlySet<number>;
};

export type DayKind = 'working_day' | 'weekend' | 'statutory_holiday' | 'makeup_workday';

/**
 * Gives the kind of a civil date under the State Council's yearly arrangement, and the holiday's name ('' if there is
 * none).
 */
export function dayKind(calendar: WorkingDayCalendar, date: CivilDate): { kind: DayKind; name: string } {
  const arranged = calendar.days.get(date);
  if (arranged) return { kind: arranged.kind, name: arranged.name };
  const weekday = weekdayOf(date);
  return { kind: weekday === 0 || weekday === 6 ? 'weekend' : 'working_day', name: '' };
}

/**
 * Says whether a civil date is a working day: Monday to Friday outside holidays, and make-up Saturdays and Sundays
 * (调休上班).
 */
export function isWorkingDay(calendar: WorkingDayCalendar, date: CivilDate): boolean {
  const { kind } = dayKind(calendar, date);
  return kind === 'working_day' || kind === 'makeup_workday';
}

/**
 * Gives the nth working day counting from a civil date, which counts itself if it is one; throws a RangeError unless n
 * ≥ 1.
 */
export function nthWorkingDay(calendar: WorkingDayCalendar, from: CivilDate, n: number): CivilDate {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`Not a number of working days: ${n}`);
  let date = from;
  for (let counted = 0; ; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) counted += 1;
    if (counted === n) return date;
  }
}

/** Gives the civil date n working days after another, which does not count itself; throws a RangeError unless n ≥ 1. */
export function addWorkingDays(calendar: WorkingDayCalendar, date: CivilDate, n: number): CivilDate {
  return nthWorkingDay(calendar, addDays(date, 1), n);
}

/**
 * Gives the nth working day counting back from a civil date, which counts itself if it is one; throws a RangeError
 * unless n ≥ 1.
 */
export function nthLastWorkingDay(calendar: WorkingDayCalendar, from: CivilDate, n: number): CivilDate {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`Not a number of working days: ${n}`);
  let date = addDays(from, 1);
  for (let counted = 0; counted < n; counted += 1) date = workingDayBefore(calendar, date);
  return date;
}

/** Gives the last working day before a civil date. */
export function workingDayBefore(calendar: WorkingDayCalendar, date: CivilDate): CivilDate {
  let before = addDays(date, -1);
  while (!isWorkingDay(calendar, before)) before = addDays(before, -1);
  return before;
}

/** Counts the working days from today to the due date, both included; 0 once the due date has passed. */
export function workingDaysLeft(calendar: WorkingDayCalendar, today: CivilDate, dueOn: CivilDate): number {
  let left = 0;
  for (let date = today; date <= dueOn; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) left += 1;
  }
  return left;
}

/**
 * Gives the first `count` working days from a civil date on, which counts itself if it is one, as days to choose from.
 */
export function workingDaysFrom(calendar: WorkingDayCalendar, from: CivilDate, count: number): CivilDate[] {
  const days: CivilDate[] = [];
  for (let date = from; days.length < count; date = addDays(date, 1)) {
    if (isWorkingDay(calendar, date)) days.push(date);
  }
  return days;
}

/**
 * Counts the working days by which one civil date lies after another, which does not count itself; negative if it lies
 * before.
 */
export function workingDaysAfter(calendar: WorkingDayCalendar, date: CivilDate, since: CivilDate): number {
  if (date < since) return 0 - workingDaysAfter(calendar, since, date);
  return workingDaysLeft(calendar, addDays(since, 1), date);
}

/** Says whether the State Council has published the arrangement of a civil date's year; until then the day is 暂定. */
export function isConfirmedDay(calendar: WorkingDayCalendar, date: CivilDate): boolean {
  return calendar.confirmedYears.has(Number(date.slice(0, 4)));
}
