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
  it('every day of the calendar is read as a civil date', () => {
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
  ])('the text %j is refused as a civil date', (text) => {
    expect(parseCivilDate(text)).toBeNull();
    expect(() => civilDate(text)).toThrow(RangeError);
  });

  it('reading any text as a civil date gives the date or null and never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => [null, text].includes(parseCivilDate(text))));
  });
});

describe('civil dates and instants', () => {
  it('the date changes at 16:00 UTC, which is midnight in China', () => {
    expect(civilDateOf(new Date('2020-04-03T15:59:59.999Z'))).toBe('2020-04-03');
    expect(civilDateOf(new Date('2020-04-03T16:00:00.000Z'))).toBe('2020-04-04');
    expect(civilDateOf(new Date('2020-12-31T16:00:00.000Z'))).toBe('2021-01-01');
    expect(startOfDay(civilDate('2021-01-01')).toISOString()).toBe('2020-12-31T16:00:00.000Z');
  });

  it('each day begins one millisecond after the day before ends, in years of summer time too', () => {
    fc.assert(
      fc.property(someDate, (date) => {
        const start = startOfDay(date);
        expect(civilDateOf(start)).toBe(date);
        expect(civilDateOf(new Date(start.getTime() - 1))).toBe(addDays(date, -1));
      }),
      { examples: [['1986-05-04' as CivilDate], ['1986-09-14' as CivilDate], ['1991-09-15' as CivilDate]] },
    );
  });

  it('the start of a day follows the time zone of the portal and not a fixed offset', () => {
    expect(startOfDay(civilDate('1988-07-01')).toISOString()).toBe('1988-06-30T15:00:00.000Z');
  });

  it('an invalid instant has no civil date and is refused', () => {
    expect(() => civilDateOf(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('stored dates', () => {
  it('a civil date is stored as midnight UTC and read back as the same date', () => {
    expect(storedDateOf(civilDate('2020-04-03')).toISOString()).toBe('2020-04-03T00:00:00.000Z');
    fc.assert(fc.property(someDate, (date) => civilDateFromStored(storedDateOf(date)) === date));
  });

  it('a stored value that is not midnight UTC is refused as a date', () => {
    expect(() => civilDateFromStored(new Date('2020-04-03T16:00:00Z'))).toThrow(RangeError);
    expect(() => civilDateFromStored(new Date(Number.NaN))).toThrow(RangeError);
  });
});

describe('adding days', () => {
  it('adding days crosses the ends of months and years and leap days', () => {
    expect(addDays(civilDate('2020-02-28'), 1)).toBe('2020-02-29');
    expect(addDays(civilDate('2021-02-28'), 1)).toBe('2021-03-01');
    expect(addDays(civilDate('2020-12-31'), 1)).toBe('2021-01-01');
    expect(addDays(civilDate('2021-01-01'), -1)).toBe('2020-12-31');
  });

  it('adding days can be undone, adds up, and keeps the order of dates', () => {
    fc.assert(
      fc.property(someDate, someDays, someDays, (date, first, second) => {
        expect(addDays(addDays(date, first), -first)).toBe(date);
        expect(addDays(addDays(date, first), second)).toBe(addDays(date, first + second));
        expect(addDays(date, first) < addDays(date, second)).toBe(first < second);
      }),
    );
  });

  it('adding one day moves the weekday on by one', () => {
    expect(weekdayOf(civilDate('2020-10-10'))).toBe(6);
    expect(weekdayOf(civilDate('2020-10-11'))).toBe(0);
    fc.assert(fc.property(someDate, (date) => weekdayOf(addDays(date, 1)) === (weekdayOf(date) + 1) % 7));
  });

  it('adding days never leaves the years 0001 to 9999', () => {
    expect(() => addDays(civilDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(civilDate('0001-01-01'), -1)).toThrow(RangeError);
  });
});
