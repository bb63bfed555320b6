import { addDays, type CivilDate, civilDateOf, clockTimeOf, startOfDay } from '@/lib/domain/calendar/civil-date';
import { lastDayOf, type PeriodCode } from '@/lib/domain/calendar/period';
import {
  type DayKind,
  dayKind,
  isConfirmedDay,
  nthWorkingDay,
  type WorkingDayCalendar,
  workingDayBefore,
} from '@/lib/domain/calendar/working-days';

/**
 * The rule for a period's last day: the nth working day of the next period or, where that day itself is not included,
 * the working day before it; in either case until `cutoff` ('HH:MM' in the portal's zone, '24:00' for the end of the
 * day).
 */
export type DeadlineRule = { nthWorkingDay: number; inclusive: boolean; cutoff: string };

/**
 * The notice of 26 March 2020: 于下一个季度的第三个工作日前. Whether 「前」 includes the day is unsettled, so the rule is stored as
 * data.
 */
export const noticeDeadlineRule: DeadlineRule = { nthWorkingDay: 3, inclusive: true, cutoff: '24:00' };

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
  /** Every day from the first of the next period to `dueOn` (`dueOn` alone where it lies before that period). */
  reasons: DayReason[];
};

/**
 * Gives the deadline of a period's report under a plan's rule and the State Council's calendar, with its reasons day
 * by day; throws a RangeError on a rule without a whole n ≥ 1 or with a malformed cutoff.
 */
export function deadlineOf(periodCode: PeriodCode, rule: DeadlineRule, calendar: WorkingDayCalendar): Deadline {
  const firstDay = addDays(lastDayOf(periodCode), 1);
  const nthDay = nthWorkingDay(calendar, firstDay, rule.nthWorkingDay);
  const dueOn = rule.inclusive ? nthDay : workingDayBefore(calendar, nthDay);
  const counted = daysBetween(firstDay, nthDay);
  const explained = dueOn < firstDay ? [dueOn] : daysBetween(firstDay, dueOn);
  return {
    periodCode,
    dueOn,
    closesAt: closingInstant(dueOn, rule),
    provisional: [dueOn, ...counted].some((date) => !isConfirmedDay(calendar, date)),
    reasons: explained.map((date) => ({ date, ...dayKind(calendar, date) })),
  };
}

/**
 * Gives the exclusive instant at which a form due on a civil date closes, in the portal's zone: 24:00 of 2020-04-03 is
 * 2020-04-03T16:00:00.000Z. Throws a RangeError on a cutoff other than 'HH:MM' from 00:00 to 24:00.
 */
export function closingInstant(dueOn: CivilDate, rule: DeadlineRule): Date {
  if (rule.cutoff === '24:00') return startOfDay(addDays(dueOn, 1));
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
