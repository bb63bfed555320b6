import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '@/lib/domain/calendar/civil-date';
import {
  firstDayOf,
  lastDayOf,
  nextPeriod,
  numberWithinYear,
  parsePeriodCode,
  periodAt,
  periodCode,
  yearOf,
} from '@/lib/domain/calendar/period';
import { quartersOf } from '../support/quarters';

const someYear = fc.integer({ min: 1000, max: 2998 });
const somePeriod = fc
  .tuple(someYear, fc.integer({ min: 1, max: 4 }))
  .map(([year, number]) => periodCode(`${year}Q${number}`));

describe('reading a period', () => {
  it('a period is read with its year and its number', () => {
    expect(parsePeriodCode('2020Q1')).toBe('2020Q1');
    expect(yearOf(periodCode('2020Q3'))).toBe(2020);
    expect(numberWithinYear(periodCode('2020Q3'))).toBe(3);
  });

  it.each([
    '',
    '2020Q0',
    '2020Q5',
    '2020q1',
    '2020-Q1',
    '20Q1',
    ' 2020Q1',
    '2020Q1\n',
    '0999Q4',
    '3000Q1',
    '２０２０Q1',
  ])('refuses the period %j', (text) => {
    expect(parsePeriodCode(text)).toBeNull();
    expect(() => periodCode(text)).toThrow(RangeError);
  });
});

describe('the days of a period', () => {
  it('the days of a period are those of its three months', () => {
    const days = quartersOf(2020).map((each) => [firstDayOf(each), lastDayOf(each)]);
    expect(days).toEqual([
      ['2020-01-01', '2020-03-31'],
      ['2020-04-01', '2020-06-30'],
      ['2020-07-01', '2020-09-30'],
      ['2020-10-01', '2020-12-31'],
    ]);
  });

  it('the first and the last day of a period belong to it, and the next day to the next period', () => {
    fc.assert(
      fc.property(somePeriod, (each) => {
        expect(periodAt('quarterly', firstDayOf(each))).toBe(each);
        expect(periodAt('quarterly', lastDayOf(each))).toBe(each);
        expect(firstDayOf(nextPeriod(each))).toBe(addDays(lastDayOf(each), 1));
        expect(nextPeriod(each) > each).toBe(true);
      }),
    );
  });

  it('every day of a year belongs to one of its periods', () => {
    const periods = new Set<string>();
    for (let date = civilDate('2020-01-01'); date <= '2020-12-31'; date = addDays(date, 1)) {
      const each = periodAt('quarterly', date);
      expect(firstDayOf(each) <= date && date <= lastDayOf(each)).toBe(true);
      periods.add(each);
    }
    expect([...periods]).toEqual(quartersOf(2020));
  });
});

it('the period after the last of a year is the first of the next year', () => {
  expect(nextPeriod(periodCode('2020Q4'))).toBe('2021Q1');
  expect(nextPeriod(periodCode('2020Q1'))).toBe('2020Q2');
});

it('a period outside the years 1000 to 2999 is refused', () => {
  expect(() => nextPeriod(periodCode('2999Q4'))).toThrow(RangeError);
  expect(() => periodAt('quarterly', civilDate('3000-01-01'))).toThrow(RangeError);
  expect(() => quartersOf(20)).toThrow(RangeError);
  expect(() => quartersOf(2020.5)).toThrow(RangeError);
});
