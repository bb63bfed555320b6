import { describe, expect, it } from 'vitest';
import { civilDate, portalZone, startOfDay, weekdayOf } from '@/lib/domain/calendar/civil-date';
import { readCalendar } from '@/lib/imports/calendar';
import { statutoryHolidaysOf } from '@/lib/imports/statutory-holidays';

const { days, years } = readCalendar();
const provisionalYears = years.filter(({ confirmed }) => !confirmed).map(({ year }) => year);
const lunarDay = new Intl.DateTimeFormat('en-u-ca-chinese', { timeZone: portalZone, month: 'numeric', day: 'numeric' });

function daysFrom(first: string, last: string): string[] {
  return days
    .filter(({ date }) => first <= date && date <= last)
    .map(({ date, kind, name }) => `${date} ${kind === 'makeup_workday' ? '班' : '休'} ${name}`);
}

describe('the years of the calendar', () => {
  it('the years 2004 to 2026 are confirmed and the four after them provisional, without a gap', () => {
    expect(years.map(({ year }) => year)).toEqual(Array.from({ length: 27 }, (_, index) => 2004 + index));
    expect(years.filter(({ confirmed }) => !confirmed).map(({ year }) => year)).toEqual([2027, 2028, 2029, 2030]);
  });

  it('each confirmed year names the State Council as its source, each provisional year the regulation on holidays', () => {
    for (const { confirmed, source } of years) {
      expect(source).toContain(confirmed ? '国务院办公厅' : '《全国年节及纪念日放假办法》');
    }
  });
});

describe('the days of the calendar', () => {
  it('the days are in order, each date once, each with a name and a source short enough for the database', () => {
    expect(days.map(({ date }) => date)).toEqual([...new Set(days.map(({ date }) => date))].toSorted());
    for (const { date, name, source } of days) {
      expect(civilDate(date)).toBe(date);
      expect(name).toMatch(/^[\p{Script=Han}、\d]{2,60}$/u);
      expect(source.length).toBeLessThanOrEqual(200);
    }
  });

  it('around 1 October 2020 the calendar has 8 days off and two make-up working days', () => {
    expect(daysFrom('2020-09-20', '2020-10-31')).toEqual([
      '2020-09-27 班 国庆节调休上班',
      '2020-10-01 休 国庆节、中秋节',
      ...['02', '03', '04', '05', '06', '07', '08'].map((day) => `2020-10-${day} 休 国庆节`),
      '2020-10-10 班 国庆节调休上班',
    ]);
  });

  it('the Spring Festival of 2020 ends on 2 February, as it was prolonged', () => {
    expect(daysFrom('2020-01-19', '2020-02-10').at(-1)).toBe('2020-02-02 休 春节');
  });

  it('each holiday has the name that people use', () => {
    const names = new Set(days.filter(({ kind }) => kind === 'statutory_holiday').map(({ name }) => name));
    expect([...names].toSorted()).toEqual(
      [
        '元旦',
        '春节',
        '清明节',
        '劳动节',
        '端午节',
        '中秋节',
        '国庆节',
        '国庆节、中秋节',
        '中国人民抗日战争暨世界反法西斯战争胜利70周年纪念日',
      ].toSorted(),
    );
  });

  it('only Saturdays and Sundays are make-up working days', () => {
    for (const { date } of days.filter(({ kind }) => kind === 'makeup_workday'))
      expect([0, 6]).toContain(weekdayOf(date));
  });
});

describe('a provisional year', () => {
  it('a provisional year has the 13 days that the regulation fixes, and no make-up working day', () => {
    expect(daysFrom('2027-01-01', '2027-12-31')).toEqual([
      '2027-01-01 休 元旦',
      '2027-02-05 休 春节',
      '2027-02-06 休 春节',
      '2027-02-07 休 春节',
      '2027-02-08 休 春节',
      '2027-04-05 休 清明节',
      '2027-05-01 休 劳动节',
      '2027-05-02 休 劳动节',
      '2027-06-09 休 端午节',
      '2027-09-15 休 中秋节',
      '2027-10-01 休 国庆节',
      '2027-10-02 休 国庆节',
      '2027-10-03 休 国庆节',
    ]);
  });

  it('a day on which two holidays meet carries both names', () => {
    expect(daysFrom('2028-10-01', '2028-10-31')).toEqual([
      '2028-10-01 休 国庆节',
      '2028-10-02 休 国庆节',
      '2028-10-03 休 国庆节、中秋节',
    ]);
  });

  it.each(provisionalYears)(
    'in %d 端午, 中秋 and the first two days of 春节 are on the days that the lunar calendar of Intl gives',
    (year) => {
      const byLunarDay = new Map(
        [...statutoryHolidaysOf(year).keys()].map((date) => [lunarDay.format(startOfDay(date)), date]),
      );
      const names = (lunar: string) => statutoryHolidaysOf(year).get(byLunarDay.get(lunar) ?? civilDate('0001-01-01'));
      expect(names('5/5')).toBe('端午节');
      expect(names('8/15')).toContain('中秋节');
      expect([names('1/1'), names('1/2')]).toEqual(['春节', '春节']);
    },
  );

  it('the Spring Festival of 2030 follows the new moon of the Observatory, where Intl is a day early', () => {
    expect(daysFrom('2030-01-02', '2030-03-01')).toEqual(
      ['02', '03', '04', '05'].map((day) => `2030-02-${day} 休 春节`),
    );
  });

  it.each(provisionalYears)('清明 of %d is on the day that the common formula gives', (year) => {
    const day = Math.floor((year - 2000) * 0.2422 + 4.81) - Math.floor((year - 2000) / 4);
    expect(statutoryHolidaysOf(year).get(civilDate(`${year}-04-0${day}`))).toBe('清明节');
  });

  /** 正月初一, 端午 and 中秋 by the Hong Kong Observatory's Gregorian-Lunar conversion tables. */
  const observed: [number, string, string, string][] = [
    [2024, '02-10', '06-10', '09-17'],
    [2025, '01-29', '05-31', '10-06'],
    [2026, '02-17', '06-19', '09-25'],
    [2027, '02-06', '06-09', '09-15'],
    [2028, '01-26', '05-28', '10-03'],
    [2029, '02-13', '06-16', '09-22'],
    [2030, '02-03', '06-05', '09-12'],
    [2031, '01-23', '06-24', '10-01'],
    [2032, '02-11', '06-12', '09-19'],
    [2033, '01-31', '06-01', '09-08'],
    [2034, '02-19', '06-20', '09-27'],
    [2035, '02-08', '06-10', '09-16'],
    [2036, '01-28', '05-30', '10-04'],
  ];

  it.each(observed)('the movable holidays of %d are on the days of the Observatory', (year, ...days) => {
    const names = (day: string) => statutoryHolidaysOf(year).get(civilDate(`${year}-${day}`));
    expect(days.map(names)).toEqual([
      '春节',
      '端午节',
      days[2] === '10-01' || days[2] === '10-03' ? '国庆节、中秋节' : '中秋节',
    ]);
  });

  it('a year without known holidays is refused', () => {
    expect(() => statutoryHolidaysOf(1999)).toThrow(RangeError);
    expect(() => statutoryHolidaysOf(2100)).toThrow(RangeError);
  });
});
