import 'server-only';
import chineseDays from 'chinese-days';
import { addDays, type CivilDate, civilDate } from '@/lib/domain/calendar/civil-date';

/** 国务院令第795号, in force from 1 January 2025: the source of every day below. */
export const holidayRegulation = '《全国年节及纪念日放假办法》（国务院令第795号，2024年修订）';

/** The first and the last year of the library's table of lunar months. */
const lunarYears = { first: 1900, last: 2100 };
/** 正月初一 of the first one. */
const firstNewYear = civilDate('1900-01-31');

/** The days of a leap month; 0 where the year has none. */
const leapDays = (year: number) => chineseDays.getYearLeapMonth(year).days ?? 0;

/** The days of the lunar months before a month of a year, with a leap month among them. */
function daysBefore(year: number, month: number): number {
  const { leapMonth } = chineseDays.getYearLeapMonth(year);
  let days = leapMonth && leapMonth < month ? leapDays(year) : 0;
  for (let each = 1; each < month; each += 1) days += chineseDays.monthDays(year, each);
  return days;
}

/** A day of a lunar year. The library's own conversion depends on the machine's time zone, its table of months does not. */
function lunarDay(year: number, month: number, day: number): CivilDate {
  let days = 0;
  for (let each = lunarYears.first; each < year; each += 1) days += daysBefore(each, 13);
  return addDays(firstNewYear, days + daysBefore(year, month) + day - 1);
}

/** 清明, by the formula of the years 2000 to 2099. */
function qingming(year: number): CivilDate {
  const since2000 = year - 2000;
  return civilDate(`${year}-04-0${Math.floor(since2000 * 0.2422 + 4.81) - Math.floor(since2000 / 4)}`);
}

/**
 * Gives the days that article 2 of the regulation fixes in a year, each with its name, two names where two holidays
 * coincide. Days off in exchange for a weekend (article 6) are not included, because each year's arrangement chooses
 * them. Throws a RangeError outside the years 2000 to 2099, of which 清明 is known.
 */
export function statutoryHolidaysOf(year: number): Map<CivilDate, string> {
  if (!Number.isInteger(year) || year < 2000 || year >= lunarYears.last)
    throw new RangeError(`No holidays known of the year ${year}`);
  const names = new Map<CivilDate, string>();
  const add = (name: string, first: CivilDate, days = 1) => {
    for (let offset = 0; offset < days; offset += 1) {
      const date = addDays(first, offset);
      const met = names.get(date);
      names.set(date, met ? `${met}、${name}` : name);
    }
  };
  add('元旦', civilDate(`${year}-01-01`));
  add('春节', addDays(lunarDay(year, 1, 1), -1), 4);
  add('清明节', qingming(year));
  add('劳动节', civilDate(`${year}-05-01`), 2);
  add('端午节', lunarDay(year, 5, 5));
  add('国庆节', civilDate(`${year}-10-01`), 3);
  add('中秋节', lunarDay(year, 8, 15));
  return names;
}
