import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '@/lib/domain/calendar/civil-date';
import {
  addWorkingDays,
  dayKind,
  isWorkingDay,
  nthWorkingDay,
  workingDayBefore,
  workingDaysLeft,
} from '@/lib/domain/calendar/working-days';
import { importedCalendar } from '../support/deadline-table';

const calendar = importedCalendar();
const someDate = fc.integer({ min: 0, max: 3286 }).map((days) => addDays(civilDate('2018-01-01'), days));
const someCount = fc.integer({ min: 1, max: 30 });

describe('the kind of a day', () => {
  it.each([
    ['2020-09-30', 'working_day', ''],
    ['2020-10-01', 'statutory_holiday', '国庆节、中秋节'],
    ['2020-10-03', 'statutory_holiday', '国庆节'],
    ['2020-10-09', 'working_day', ''],
    ['2020-10-10', 'makeup_workday', '国庆节调休上班'],
    ['2020-10-11', 'weekend', ''],
    ['2020-10-17', 'weekend', ''],
  ])('the day %s is a %s', (date, kind, name) => {
    expect(dayKind(calendar, civilDate(date))).toEqual({ kind, name });
  });

  it('a make-up Saturday or Sunday is a working day, other weekends and holidays are not', () => {
    expect(isWorkingDay(calendar, civilDate('2020-10-10'))).toBe(true);
    expect(isWorkingDay(calendar, civilDate('2020-09-27'))).toBe(true);
    expect(isWorkingDay(calendar, civilDate('2020-10-11'))).toBe(false);
    expect(isWorkingDay(calendar, civilDate('2020-10-08'))).toBe(false);
  });

  it('without entries in the calendar Monday to Friday are working days', () => {
    const empty = { days: new Map(), confirmedYears: new Set<number>() };
    const week = Array.from({ length: 7 }, (_, day) => isWorkingDay(empty, addDays(civilDate('2020-10-05'), day)));
    expect(week).toEqual([true, true, true, true, true, false, false]);
  });
});

describe('counting working days', () => {
  it('counting to the nth working day includes the first day if it is worked', () => {
    expect(nthWorkingDay(calendar, civilDate('2020-04-01'), 1)).toBe('2020-04-01');
    expect(nthWorkingDay(calendar, civilDate('2020-10-01'), 1)).toBe('2020-10-09');
    expect(nthWorkingDay(calendar, civilDate('2020-10-01'), 2)).toBe('2020-10-10');
    expect(nthWorkingDay(calendar, civilDate('2020-10-01'), 3)).toBe('2020-10-12');
  });

  it('adding working days does not count the day from which it starts', () => {
    expect(addWorkingDays(calendar, civilDate('2020-04-01'), 3)).toBe('2020-04-07');
  });

  it('the working day before a day is found across holidays and weekends', () => {
    expect(workingDayBefore(calendar, civilDate('2020-10-09'))).toBe('2020-09-30');
    expect(workingDayBefore(calendar, civilDate('2020-10-12'))).toBe('2020-10-10');
  });

  it('the nth working day is worked, with exactly n working days up to it', () => {
    fc.assert(
      fc.property(someDate, someCount, (from, n) => {
        const nth = nthWorkingDay(calendar, from, n);
        expect(isWorkingDay(calendar, nth)).toBe(true);
        expect(workingDaysLeft(calendar, from, nth)).toBe(n);
        expect(workingDaysLeft(calendar, from, addDays(nth, -1))).toBe(n - 1);
        expect(workingDayBefore(calendar, addDays(nth, 1))).toBe(nth);
      }),
    );
  });

  it.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])('refuses to count to working day %d', (n) => {
    expect(() => nthWorkingDay(calendar, civilDate('2020-04-01'), n)).toThrow(RangeError);
    expect(() => addWorkingDays(calendar, civilDate('2020-04-01'), n)).toThrow(RangeError);
  });
});

describe('working days left', () => {
  const dueOn = civilDate('2020-10-12');

  it('the working days left include today and the due date', () => {
    expect(workingDaysLeft(calendar, civilDate('2020-10-01'), dueOn)).toBe(3);
    expect(workingDaysLeft(calendar, civilDate('2020-10-10'), dueOn)).toBe(2);
    expect(workingDaysLeft(calendar, civilDate('2020-10-11'), dueOn)).toBe(1);
    expect(workingDaysLeft(calendar, dueOn, dueOn)).toBe(1);
  });

  it('no working days are left after the due date', () => {
    expect(workingDaysLeft(calendar, civilDate('2020-10-13'), dueOn)).toBe(0);
    expect(workingDaysLeft(calendar, civilDate('2021-10-13'), dueOn)).toBe(0);
  });
});
