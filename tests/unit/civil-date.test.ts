import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  type CivilDate,
  civilDate,
  civilDateFromStored,
  civilDateOf,
  parseCivilDate,
  startOfDay,
  storedDateOf,
  weekdayOf,
} from '@/lib/domain/calendar/civil-date';

const daysBetween1950And2199 = 91_310;
const someDate = fc
  .integer({ min: 0, max: daysBetween1950And2199 })
  .map((days) => addDays(civilDate('1950-01-01'), days));
const someDays = fc.integer({ min: -20_000, max: 20_000 });

describe('reading a civil date', () => {
  it('takes every day that the calendar has', () => {
    fc.assert(fc.property(someDate, (date) => parseCivilDate(date) === date));
    expect(parseCivilDate('2020-02-29')).toBe('2020-02-29');
    expect(parseCivilDate('0001-01-01')).toBe('0001-01-01');
    expect(parseCivilDate('9999-12-31')).toBe('9999-12-31');
  });

  it.each([
    '',
    '2021-02-29',
    '1900-02-29',
    '2020-02-30',
    '2020-04-31',
    '2020-00-01',
    '2020-13-01',
    '2020-01-00',
    '2020-01-32',
    '0000-01-01',
    '2020-4-3',
    '20200403',
    '2020/04/03',
    ' 2020-04-03',
    '2020-04-03\n',
    '2020-04-03T00:00:00Z',
    '+02020-04-03',
    '２０２０-04-03',
    '-001-01-01',
  ])('refuses %j', (text) => {
    expect(parseCivilDate(text)).toBeNull();
    expect(() => civilDate(text)).toThrow(RangeError);
  });

  it('never throws on any text', () => {
    fc.assert(fc.property(fc.string(), (text) => [null, text].includes(parseCivilDate(text))));
  });
});

describe('civil dates and instants', () => {
  it('changes the date at 16:00 UTC, midnight in China', () => {
    expect(civilDateOf(new Date('2020-04-03T15:59:59.999Z'))).toBe('2020-04-03');
    expect(civilDateOf(new Date('2020-04-03T16:00:00.000Z'))).toBe('2020-04-04');
    expect(civilDateOf(new Date('2020-12-31T16:00:00.000Z'))).toBe('2021-01-01');
    expect(startOfDay(civilDate('2021-01-01')).toISOString()).toBe('2020-12-31T16:00:00.000Z');
  });

  it('begins each day one millisecond after the day before, in years of summer time too', () => {
    fc.assert(
      fc.property(someDate, (date) => {
        const start = startOfDay(date);
        expect(civilDateOf(start)).toBe(date);
        expect(civilDateOf(new Date(start.getTime() - 1))).toBe(addDays(date, -1));
      }),
      { examples: [['1986-05-04' as CivilDate], ['1986-09-14' as CivilDate], ['1991-09-15' as CivilDate]] },
    );
  });

  it('follows the portal’s zone and not a fixed offset', () => {
    expect(startOfDay(civilDate('1988-07-01')).toISOString()).toBe('1988-06-30T15:00:00.000Z');
  });

  it('refuses an instant that is none', () => {
    expect(() => civilDateOf(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('stored dates', () => {
  it('go to midnight UTC and back', () => {
    expect(storedDateOf(civilDate('2020-04-03')).toISOString()).toBe('2020-04-03T00:00:00.000Z');
    fc.assert(fc.property(someDate, (date) => civilDateFromStored(storedDateOf(date)) === date));
  });

  it('are refused where they are an instant and no date', () => {
    expect(() => civilDateFromStored(new Date('2020-04-03T16:00:00Z'))).toThrow(RangeError);
    expect(() => civilDateFromStored(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('adding days', () => {
  it('crosses months, leap days and year ends', () => {
    expect(addDays(civilDate('2020-02-28'), 1)).toBe('2020-02-29');
    expect(addDays(civilDate('2021-02-28'), 1)).toBe('2021-03-01');
    expect(addDays(civilDate('2020-12-31'), 1)).toBe('2021-01-01');
    expect(addDays(civilDate('2021-01-01'), -1)).toBe('2020-12-31');
  });

  it('goes there and back, adds up, and keeps the order', () => {
    fc.assert(
      fc.property(someDate, someDays, someDays, (date, first, second) => {
        expect(addDays(addDays(date, first), -first)).toBe(date);
        expect(addDays(addDays(date, first), second)).toBe(addDays(date, first + second));
        expect(addDays(date, first) < addDays(date, second)).toBe(first < second);
      }),
    );
  });

  it('moves the weekday along', () => {
    expect(weekdayOf(civilDate('2020-10-10'))).toBe(6);
    expect(weekdayOf(civilDate('2020-10-11'))).toBe(0);
    fc.assert(fc.property(someDate, (date) => weekdayOf(addDays(date, 1)) === (weekdayOf(date) + 1) % 7));
  });

  it('refuses to leave the years 0001 to 9999', () => {
    expect(() => addDays(civilDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(civilDate('0001-01-01'), -1)).toThrow(RangeError);
  });
});
