import { addDays, type CivilDate, startOfDay } from './civil-date';
import { firstDayOf, nextQuarter, type Quarter } from './quarter';
import { type DayKind, dayKind, isWorkingDay, nthWorkingDay, type WorkingDayCalendar } from './working-days';

/** When a quarter's report is due: data of the plan, since whether 「前」 includes the day is unsettled in law. */
export type DeadlineRule = { nthWorkingDay: number; inclusive: boolean; cutoff: string };

/** The notice: 于下一个季度的第三个工作日前, read as including the day, until 24:00. */
export const noticeDeadlineRule: DeadlineRule = { nthWorkingDay: 3, inclusive: true, cutoff: '24:00' };

/** One day of the count, with what it is and why. */
export type DayReason = { date: CivilDate; kind: DayKind; name: string };

export type Deadline = {
  quarter: Quarter;
  dueOn: CivilDate;
  /** Exclusive: the first instant at which it is too late. */
  closesAt: Date;
  provisional: boolean;
  /** Every day from the first of the next quarter to the last day. */
  reasons: DayReason[];
};

const minute = 60_000;

/** Gives the exclusive closing instant of a last day: the rule's cutoff in the portal's zone, 24:00 being the next midnight. */
export function closingInstant(dueOn: CivilDate, rule: DeadlineRule): Date {
  const [hours, minutes] = rule.cutoff.split(':').map(Number) as [number, number];
  return new Date(startOfDay(dueOn).getTime() + (hours * 60 + minutes) * minute);
}

function daysBetween(first: CivilDate, last: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) days.push(date);
  return days;
}

function lastWorkingDayBefore(date: CivilDate, calendar: WorkingDayCalendar): CivilDate {
  let candidate = addDays(date, -1);
  while (!isWorkingDay(calendar, candidate)) candidate = addDays(candidate, -1);
  return candidate;
}

/**
 * Gives the deadline of a quarter: the nth working day of the next quarter, or the working day before it where the rule
 * excludes the day, with the reasons day by day. Provisional while a day of the count lies in a year whose arrangement
 * is not confirmed.
 */
export function deadlineOf(quarter: Quarter, rule: DeadlineRule, calendar: WorkingDayCalendar): Deadline {
  const first = firstDayOf(nextQuarter(quarter));
  const nth = nthWorkingDay(calendar, first, rule.nthWorkingDay);
  const dueOn = rule.inclusive ? nth : lastWorkingDayBefore(nth, calendar);
  const reasons = daysBetween(first, nth).map((date) => ({ date, ...dayKind(calendar, date) }));
  return {
    quarter,
    dueOn,
    closesAt: closingInstant(dueOn, rule),
    provisional: reasons.some(({ date }) => !calendar.confirmedYears.has(Number(date.slice(0, 4)))),
    reasons,
  };
}
