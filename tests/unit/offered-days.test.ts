import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { workingDayChoices } from '@/components/reports/working-day-choices';
import { addDays, civilDate } from '@/lib/domain/calendar/civil-date';
import { isConfirmedDay, isWorkingDay, workingDaysAfter, workingDaysFrom } from '@/lib/domain/calendar/working-days';
import { offeredDays, offeredDueDates } from '@/lib/domain/deadline/due-date';
import { importedCalendar } from '../support/deadline-table';

const calendar = importedCalendar();
const deadline = civilDate('2020-04-03');
const offered = (from: string, wanted?: string) =>
  offeredDueDates(calendar, { from: civilDate(from), since: deadline, wanted: wanted ? civilDate(wanted) : undefined });
const labelOf = (from: string, date: string) =>
  workingDayChoices(offered(from), 'deadline').find(({ value }) => value === date)?.label;
const someDate = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(civilDate('2018-01-01'), days));

describe('the working days from a day on', () => {
  test('begin with the day itself where it is worked, and pass over holidays', () => {
    expect(workingDaysFrom(calendar, civilDate('2020-04-03'), 3)).toEqual(['2020-04-03', '2020-04-07', '2020-04-08']);
    expect(workingDaysFrom(calendar, civilDate('2020-04-04'), 1)).toEqual(['2020-04-07']);
  });

  test('hold make-up Saturdays and Sundays', () => {
    expect(workingDaysFrom(calendar, civilDate('2020-04-25'), 2)).toEqual(['2020-04-26', '2020-04-27']);
  });

  test('are worked, one after the other, and so many as were asked for', () => {
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

describe('how many working days later', () => {
  test('does not count the day from which it counts, and is negative before it', () => {
    expect(workingDaysAfter(calendar, civilDate('2020-04-07'), deadline)).toBe(1);
    expect(workingDaysAfter(calendar, deadline, deadline)).toBe(0);
    expect(workingDaysAfter(calendar, civilDate('2020-04-02'), deadline)).toBe(-1);
    expect(workingDaysAfter(calendar, civilDate('2020-04-26'), deadline)).toBe(15);
  });

  test('is as much one way as the other', () => {
    fc.assert(
      fc.property(someDate, fc.integer({ min: 0, max: 60 }), (from, days) => {
        const to = addDays(from, days);
        expect(workingDaysAfter(calendar, to, from) + workingDaysAfter(calendar, from, to)).toBe(0);
      }),
    );
  });
});

describe('a last day is chosen among days that', () => {
  test('are all worked, thirty of them', () => {
    const days = offered('2020-04-04');
    expect(days).toHaveLength(offeredDays);
    expect(days.every(({ date }) => isWorkingDay(calendar, date))).toBe(true);
    expect(days.map(({ date }) => date)).not.toContain('2020-04-25');
  });

  test('name a make-up Sunday as such, and how much later than the deadline it is', () => {
    expect(labelOf('2020-04-04', '2020-04-26')).toBe('4月26日（周日），晚 15 个工作日（调休上班）');
    expect(labelOf('2020-04-04', '2020-04-07')).toBe('4月7日（周二），晚 1 个工作日');
  });

  test('may lie before the deadline or on it, and say so', () => {
    expect(labelOf('2020-04-02', '2020-04-02')).toBe('4月2日（周四），早 1 个工作日');
    expect(labelOf('2020-04-02', '2020-04-03')).toBe('4月3日（周五），与现在的截止日期相同');
  });

  test('are counted from today where a return sets them', () => {
    const today = civilDate('2020-04-02');
    const [first, second] = workingDayChoices(offeredDueDates(calendar, { from: today, since: today }), 'today');
    expect(first?.label).toBe('4月2日（周四），今天');
    expect(second?.label).toBe('4月3日（周五），今天之后第 1 个工作日');
  });

  test('are marked 暂定 in a year whose arrangement is not published', () => {
    const days = offeredDueDates(calendar, { from: civilDate('2027-01-04'), since: civilDate('2026-12-31') });
    expect(isConfirmedDay(calendar, civilDate('2026-12-31'))).toBe(true);
    expect(isConfirmedDay(calendar, civilDate('2027-01-04'))).toBe(false);
    expect(workingDayChoices(days, 'deadline')[0]?.label).toMatch(/^1月4日（周一），晚 \d 个工作日（暂定）$/);
  });

  test('hold the day that was asked for, beyond them too, but none that is off or beyond a year', () => {
    expect(offered('2020-04-04', '2020-08-03').at(-1)?.date).toBe('2020-08-03');
    expect(offered('2020-04-04', '2020-08-02')).toHaveLength(offeredDays);
    expect(offered('2020-04-04', '2020-04-08')).toHaveLength(offeredDays);
    expect(offered('2020-04-04', '9999-12-31')).toHaveLength(offeredDays);
  });
});
