import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, civilDate } from '@/lib/domain/calendar/civil-date';
import {
  firstDayOf,
  lastDayOf,
  nextQuarter,
  parseQuarter,
  quarter,
  quarterNumberOf,
  quarterOf,
  quartersOfYear,
  yearOf,
} from '@/lib/domain/calendar/quarter';

const someYear = fc.integer({ min: 1000, max: 2998 });
const someQuarter = fc
  .tuple(someYear, fc.integer({ min: 1, max: 4 }))
  .map(([year, number]) => quarter(`${year}Q${number}`));

describe('reading a quarter', () => {
  it('a quarter is read with its year and its number', () => {
    expect(parseQuarter('2020Q1')).toBe('2020Q1');
    expect(yearOf(quarter('2020Q3'))).toBe(2020);
    expect(quarterNumberOf(quarter('2020Q3'))).toBe(3);
  });

  it.each([
    '',
    '2020',
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
  ])('refuses the quarter %j', (text) => {
    expect(parseQuarter(text)).toBeNull();
    expect(() => quarter(text)).toThrow(RangeError);
  });
});

describe('the days of a quarter', () => {
  it('the days of a quarter are those of its three months', () => {
    const days = quartersOfYear(2020).map((each) => [firstDayOf(each), lastDayOf(each)]);
    expect(days).toEqual([
      ['2020-01-01', '2020-03-31'],
      ['2020-04-01', '2020-06-30'],
      ['2020-07-01', '2020-09-30'],
      ['2020-10-01', '2020-12-31'],
    ]);
  });

  it('the first and the last day of a quarter belong to it, and the next day to the next quarter', () => {
    fc.assert(
      fc.property(someQuarter, (each) => {
        expect(quarterOf(firstDayOf(each))).toBe(each);
        expect(quarterOf(lastDayOf(each))).toBe(each);
        expect(firstDayOf(nextQuarter(each))).toBe(addDays(lastDayOf(each), 1));
        expect(nextQuarter(each) > each).toBe(true);
      }),
    );
  });

  it('every day of a year belongs to one of its quarters', () => {
    const quarters = new Set<string>();
    for (let date = civilDate('2020-01-01'); date <= '2020-12-31'; date = addDays(date, 1)) {
      const each = quarterOf(date);
      expect(firstDayOf(each) <= date && date <= lastDayOf(each)).toBe(true);
      quarters.add(each);
    }
    expect([...quarters]).toEqual(quartersOfYear(2020));
  });
});

it('the quarter after the last of a year is the first of the next year', () => {
  expect(nextQuarter(quarter('2020Q4'))).toBe('2021Q1');
  expect(nextQuarter(quarter('2020Q1'))).toBe('2020Q2');
});

it('a quarter outside the years 1000 to 2999 is refused', () => {
  expect(() => nextQuarter(quarter('2999Q4'))).toThrow(RangeError);
  expect(() => quarterOf(civilDate('3000-01-01'))).toThrow(RangeError);
  expect(() => quartersOfYear(20)).toThrow(RangeError);
  expect(() => quartersOfYear(2020.5)).toThrow(RangeError);
});
