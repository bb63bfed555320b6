import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingDayChoices } from '@/components/reports/working-day-choices';
import { addDays, civilDate } from '@/lib/domain/calendar/civil-date';
import { isConfirmedDay, isWorkingDay, workingDaysAfter, workingDaysFrom } from '@/lib/domain/calendar/working-days';
import { defaultReturnDueOn, offeredDays, offeredDueDates } from '@/lib/domain/deadline/due-date';
import { importedCalendar } from '../support/deadline-table';
import { t } from '../support/translator';

const calendar = importedCalendar();
const deadline = civilDate('2020-04-03');
const offered = (from: string, wanted?: string) =>
  offeredDueDates(calendar, { from: civilDate(from), since: deadline, wanted: wanted ? civilDate(wanted) : undefined });
const labelOf = (from: string, date: string) =>
  workingDayChoices(t, offered(from), 'deadline').find(({ value }) => value === date)?.label;
const someDate = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(civilDate('2018-01-01'), days));

describe('the working days from a day on', () => {
  test('the working days from a day begin with that day if it is worked, and skip holidays', () => {
    expect(workingDaysFrom(calendar, civilDate('2020-04-03'), 3)).toEqual(['2020-04-03', '2020-04-07', '2020-04-08']);
    expect(workingDaysFrom(calendar, civilDate('2020-04-04'), 1)).toEqual(['2020-04-07']);
  });

  test('the working days from a day include make-up Saturdays and Sundays', () => {
    expect(workingDaysFrom(calendar, civilDate('2020-04-25'), 2)).toEqual(['2020-04-26', '2020-04-27']);
  });

  test('as many days as wanted are returned, all worked, without a gap', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 0, max: 40 }), (from, count) => {
        const days = workingDaysFrom(calendar, from, count);
        expect(days).toHaveLength(count);
        expect(days.every((day) => isWorkingDay(calendar, day))).toBe(true);
        expect(days.map((day) => workingDaysAfter(calendar, day, addDays(from, -1)))).toEqual(
          days.map((_, index) => index + 1),
        );
      }),
    );
  });
});

describe('the distance between two days in working days', () => {
  test('the distance does not count the day from which it starts, and is negative before that day', () => {
    expect(workingDaysAfter(calendar, civilDate('2020-04-07'), deadline)).toBe(1);
    expect(workingDaysAfter(calendar, deadline, deadline)).toBe(0);
    expect(workingDaysAfter(calendar, civilDate('2020-04-02'), deadline)).toBe(-1);
    expect(workingDaysAfter(calendar, civilDate('2020-04-26'), deadline)).toBe(15);
  });

  test('the distances between two days in both directions add up to zero', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const to = addDays(from, days);
        expect(workingDaysAfter(calendar, to, from) + workingDaysAfter(calendar, from, to)).toBe(0);
      }),
    );
  });
});

describe('the days offered as a last day', () => {
  test('thirty days are offered as a last day, and all are worked', () => {
    const days = offered('2020-04-04');
    expect(days).toHaveLength(offeredDays);
    expect(days.every(({ date }) => isWorkingDay(calendar, date))).toBe(true);
    expect(days.map(({ date }) => date)).not.toContain('2020-04-25');
  });

  test('an offered make-up Sunday is named as one, with its distance from the deadline', () => {
    expect(labelOf('2020-04-04', '2020-04-26')).toBe('4月26日（周日），晚 15 个工作日（调休上班）');
    expect(labelOf('2020-04-04', '2020-04-07')).toBe('4月7日（周二），晚 1 个工作日');
  });

  test('an offered day before the deadline or on it says so', () => {
    expect(labelOf('2020-04-02', '2020-04-02')).toBe('4月2日（周四），早 1 个工作日');
    expect(labelOf('2020-04-02', '2020-04-03')).toBe('4月3日（周五），与现在的截止日期相同');
  });

  test('the days offered for a return are counted from today', () => {
    const today = civilDate('2020-04-02');
    const [first, second] = workingDayChoices(t, offeredDueDates(calendar, { from: today, since: today }), 'today');
    expect(first?.label).toBe('4月2日（周四），今天');
    expect(second?.label).toBe('4月3日（周五），今天之后第 1 个工作日');
  });

  test('the day offered first for a return is three working days ahead, or the last day in force where it is later', () => {
    const offeredOn = (today: string, dueOn: string) =>
      defaultReturnDueOn(civilDate(today), civilDate(dueOn), calendar);
    expect(offeredOn('2020-04-07', '2020-04-03')).toBe('2020-04-10');
    expect(offeredOn('2020-04-02', '2020-04-03')).toBe('2020-04-08');
    expect(offeredOn('2020-09-01', '2020-10-12')).toBe('2020-10-12');
  });

  test('an offered day is marked 暂定 in a year whose holidays are not published', () => {
    const days = offeredDueDates(calendar, { from: civilDate('2027-01-04'), since: civilDate('2026-12-31') });
    expect(isConfirmedDay(calendar, civilDate('2026-12-31'))).toBe(true);
    expect(isConfirmedDay(calendar, civilDate('2027-01-04'))).toBe(false);
    expect(workingDayChoices(t, days, 'deadline')[0]?.label).toMatch(/^1月4日（周一），晚 \d 个工作日（暂定）$/);
  });

  test('a wanted day is added to the offered days, unless it is off or more than a year away', () => {
    expect(offered('2020-04-04', '2020-08-03').at(-1)?.date).toBe('2020-08-03');
    expect(offered('2020-04-04', '2020-08-02')).toHaveLength(offeredDays);
    expect(offered('2020-04-04', '2020-04-08')).toHaveLength(offeredDays);
    expect(offered('2020-04-04', '9999-12-31')).toHaveLength(offeredDays);
  });
});
