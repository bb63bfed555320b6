import { describe, expect, it } from 'vitest';
import { civilDate, portalZone, startOfDay, weekdayOf } from '@/lib/domain/calendar/civil-date';
import { readCalendar } from '@/lib/imports/calendar';
import { statutoryHolidaysOf, yearsWithKnownHolidays } from '@/lib/imports/statutory-holidays';

const { days, years } = readCalendar();
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

  it.each([...yearsWithKnownHolidays])(
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

  it.each([...yearsWithKnownHolidays])('清明 of %d is on the day that the common formula gives', (year) => {
    const day = Math.floor((year - 2000) * 0.2422 + 4.81) - Math.floor((year - 2000) / 4);
    expect(statutoryHolidaysOf(year).get(civilDate(`${year}-04-0${day}`))).toBe('清明节');
  });

  it('a year without known holidays is refused', () => {
    expect(() => statutoryHolidaysOf(2026)).toThrow(RangeError);
  });
});
