import 'server-only';
import { addDays, type CivilDate, civilDate } from '@/lib/domain/calendar/civil-date';

/** 国务院令第795号, in force from 1 January 2025: the source of every day below. */
export const holidayRegulation = '《全国年节及纪念日放假办法》（国务院令第795号，2024年修订）';

type MovingHolidays = { springFestival: string; qingming: string; dragonBoat: string; midAutumn: string };

/**
 * Month and day of 正月初一, 清明, 端午 and 中秋, from the Hong Kong Observatory's Gregorian-Lunar conversion tables. A table,
 * because Intl's Chinese calendar is off by a day in 2027 and 2030, when the new moon falls within minutes of midnight
 * in China (ICU-23274).
 */
const movingHolidays = new Map<number, MovingHolidays>([
  [2027, { springFestival: '02-06', qingming: '04-05', dragonBoat: '06-09', midAutumn: '09-15' }],
  [2028, { springFestival: '01-26', qingming: '04-04', dragonBoat: '05-28', midAutumn: '10-03' }],
  [2029, { springFestival: '02-13', qingming: '04-04', dragonBoat: '06-16', midAutumn: '09-22' }],
  [2030, { springFestival: '02-03', qingming: '04-05', dragonBoat: '06-05', midAutumn: '09-12' }],
]);

/** The years for which `statutoryHolidaysOf` knows the movable holidays. */
export const yearsWithKnownHolidays: readonly number[] = [...movingHolidays.keys()];

/**
 * Gives the days that article 2 of the regulation fixes in a year, each with its name, two names where two holidays
 * coincide. Days off in exchange for a weekend (article 6) are not included, because each year's arrangement chooses
 * them. Throws a RangeError outside `yearsWithKnownHolidays`.
 */
export function statutoryHolidaysOf(year: number): Map<CivilDate, string> {
  const moving = movingHolidays.get(year);
  if (!moving) throw new RangeError(`No holidays known of the year ${year}`);
  const names = new Map<CivilDate, string>();
  const add = (name: string, monthAndDay: string, from: number, to: number) => {
    for (let offset = from; offset <= to; offset += 1) {
      const date = addDays(civilDate(`${year}-${monthAndDay}`), offset);
      const met = names.get(date);
      names.set(date, met ? `${met}、${name}` : name);
    }
  };
  add('元旦', '01-01', 0, 0);
  add('春节', moving.springFestival, -1, 2);
  add('清明节', moving.qingming, 0, 0);
  add('劳动节', '05-01', 0, 1);
  add('端午节', moving.dragonBoat, 0, 0);
  add('国庆节', '10-01', 0, 2);
  add('中秋节', moving.midAutumn, 0, 0);
  return names;
}
