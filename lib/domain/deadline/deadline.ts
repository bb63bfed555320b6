import {
  addDays,
  type CivilDate,
  civilDate,
  civilDateOf,
  clockTimeOf,
  startOfDay,
} from '@/lib/domain/calendar/civil-date';
import { lastDayOf, type PeriodCode, periodAt } from '@/lib/domain/calendar/period';
import {
  type DayKind,
  dayKind,
  isConfirmedDay,
  isWorkingDay,
  nthLastWorkingDay,
  nthWorkingDay,
  type WorkingDayCalendar,
  workingDayBefore,
} from '@/lib/domain/calendar/working-days';

/**
 * From which a period's last day follows: the nth working day after the period; a day of the month after it or of its
 * last month (a month that has fewer days ends it), which a day off moves to the working day before or after; or so many
 * working days before the period ends, its last working day being the first of them. Where that day itself is not included, it is the working day before. In every
 * case until `cutoff` ('HH:MM' in the portal's zone, '24:00' for the end of the day).
 */
export type DeadlineRule = DeadlineBase & { inclusive: boolean; cutoff: string };

export type DeadlineBase =
  | { nthWorkingDay: number }
  | { dayOfMonth: number; month: DeadlineMonth; onDayOff: DayOffMove }
  | { workingDaysBeforeEnd: number };

/** The month in which a day of a month is counted: the one after the period, or the period's last one. */
export const deadlineMonths = ['after', 'last'] as const;
type DeadlineMonth = (typeof deadlineMonths)[number];

/** The day that a day off gives way to. */
export const dayOffMoves = ['before', 'after', 'stay'] as const;
type DayOffMove = (typeof dayOffMoves)[number];

/** The cutoff of a rule under which the whole last day counts. */
export const endOfDay = '24:00';

/**
 * The notice of 26 March 2020: 于下一个季度的第三个工作日前. Whether 「前」 includes the day is unsettled, so the rule is stored as
 * data.
 */
export const noticeDeadlineRule: DeadlineRule = { nthWorkingDay: 3, inclusive: true, cutoff: endOfDay };

/** The kind of one counted day, so that people can check the date themselves. */
export type DayReason = { date: CivilDate; kind: DayKind; name: string };

export type Deadline = {
  periodCode: PeriodCode;
  dueOn: CivilDate;
  /** Exclusive: a report filed at this instant is late. */
  closesAt: Date;
  /**
   * A counted day lies in a year whose arrangement is not published yet: 暂定 (provisional), and the form does not close.
   */
  provisional: boolean;
  /** Every day from the one at which counting begins to `dueOn`, in order; `dueOn` alone where it lies on the other side. */
  reasons: DayReason[];
};

/** A period's deadline in one line: the day, its instant, and whether it holds. */
export type NamedDeadline = Pick<Deadline, 'dueOn' | 'closesAt' | 'provisional'>;

/** Says whether two deadlines are one, however they were counted. */
export function isSameDeadline(a: NamedDeadline, b: NamedDeadline): boolean {
  return a.dueOn === b.dueOn && a.closesAt.getTime() === b.closesAt.getTime() && a.provisional === b.provisional;
}

/**
 * Gives the deadline of a period's report under a plan's rule and the State Council's calendar, with its reasons day
 * by day; throws a RangeError on a rule with a number that is not whole or less than 1, or with a malformed cutoff.
 */
export function deadlineOf(periodCode: PeriodCode, rule: DeadlineRule, calendar: WorkingDayCalendar): Deadline {
  const { from, day } = namedDay(periodCode, rule, calendar);
  const dueOn = rule.inclusive ? day : workingDayBefore(calendar, day);
  const looked = [dueOn, ...daysBetween(...inOrder(from, day))];
  const explained = daysBetween(...inOrder(from, dueOn));
  return {
    periodCode,
    dueOn,
    closesAt: closingInstant(dueOn, rule),
    provisional: looked.some((date) => !isConfirmedDay(calendar, date)),
    reasons: (dueOn < from && day >= from ? [dueOn] : explained).map((date) => ({ date, ...dayKind(calendar, date) })),
  };
}

const inOrder = (a: CivilDate, b: CivilDate): [CivilDate, CivilDate] => (a <= b ? [a, b] : [b, a]);

/** The day that a rule names, whether it is included or not, and the day from which it was counted or moved. */
function namedDay(
  code: PeriodCode,
  rule: DeadlineBase,
  calendar: WorkingDayCalendar,
): { from: CivilDate; day: CivilDate } {
  const end = lastDayOf(code);
  if ('nthWorkingDay' in rule) {
    const from = addDays(end, 1);
    return { from, day: nthWorkingDay(calendar, from, rule.nthWorkingDay) };
  }
  if ('workingDaysBeforeEnd' in rule)
    return { from: end, day: nthLastWorkingDay(calendar, end, rule.workingDaysBeforeEnd) };
  const from = dayInMonthOf(rule.month === 'after' ? addDays(end, 1) : end, rule.dayOfMonth);
  if (rule.onDayOff === 'stay' || isWorkingDay(calendar, from)) return { from, day: from };
  const day = rule.onDayOff === 'before' ? workingDayBefore(calendar, from) : nthWorkingDay(calendar, from, 1);
  return { from, day };
}

/** The day of a month by its number, or the month's last day where it has fewer. */
function dayInMonthOf(date: CivilDate, day: number): CivilDate {
  if (!Number.isInteger(day) || day < 1) throw new RangeError(`Not a day of a month: ${day}`);
  const last = lastDayOf(periodAt('monthly', date));
  return day >= Number(last.slice(8)) ? last : civilDate(`${date.slice(0, 8)}${String(day).padStart(2, '0')}`);
}

/**
 * Gives the exclusive instant at which a form due on a civil date closes, in the portal's zone: 24:00 of 2020-04-03 is
 * 2020-04-03T16:00:00.000Z. Throws a RangeError on a cutoff other than 'HH:MM' from 00:00 to 24:00.
 */
export function closingInstant(dueOn: CivilDate, rule: DeadlineRule): Date {
  if (rule.cutoff === endOfDay) return startOfDay(addDays(dueOn, 1));
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(rule.cutoff) ?? [];
  if (!hours || !minutes) throw new RangeError(`Not a cutoff: ${rule.cutoff}`);
  return new Date(startOfDay(dueOn).getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000);
}

/** The hour at which a last day ends, of its exclusive closing instant: the inverse of `closingInstant`. */
export function cutoffOf(dueOn: CivilDate, closesAt: Date): string {
  return civilDateOf(closesAt) > dueOn ? '24:00' : clockTimeOf(closesAt);
}

function daysBetween(first: CivilDate, last: CivilDate): CivilDate[] {
  const days: CivilDate[] = [];
  for (let date = first; date <= last; date = addDays(date, 1)) days.push(date);
  return days;
}
