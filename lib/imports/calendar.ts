import 'server-only';
import chineseDays from 'chinese-days/dist/chinese-days.json' with { type: 'json' };
import library from 'chinese-days/package.json' with { type: 'json' };
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { CalendarDay } from '@/lib/domain/calendar/working-days';
import { holidayRegulation, statutoryHolidaysOf } from './statutory-holidays';

export type ImportedDay = CalendarDay & { source: string };
export type ImportedYear = { year: number; confirmed: boolean; source: string };

const arrangementSource = `国务院办公厅年度节假日安排（chinese-days ${library.version}）`;

/** The years after the last arranged one of which a portal knows the statutory days when it is set up. */
const yearsAhead = 4;

const fullNames: Record<string, string> = { 清明: '清明节', 端午: '端午节', 中秋: '中秋节' };

/** For coinciding holidays the library's file names one; 国办发明电〔2019〕16号 calls the holiday 国庆节、中秋节. */
const metHolidays = new Map([[civilDate('2020-10-01'), '国庆节、中秋节']]);

/**
 * Gives the portal's initial calendar in order of date: the State Council's arrangements for the years that
 * `chinese-days` covers, confirmed, then provisional years with the days that the regulation itself fixes. Throws a
 * RangeError on an invalid date in the library's file.
 */
export function readCalendar(): { days: ImportedDay[]; years: ImportedYear[] } {
  const arranged = [...daysOff(), ...daysWorked()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const confirmed = [...new Set(arranged.map(({ date }) => Number(date.slice(0, 4))))];
  const last = Math.max(...confirmed);
  const provisional = Array.from({ length: yearsAhead }, (_, index) => last + 1 + index);
  return {
    days: [...arranged, ...provisional.flatMap(statutoryDaysOf)],
    years: [
      ...confirmed.map((year) => ({ year, confirmed: true, source: arrangementSource })),
      ...provisional.map((year) => ({ year, confirmed: false, source: holidayRegulation })),
    ],
  };
}

/** Every day off of an arrangement; the library's file lists the Saturdays and Sundays within it too. */
function daysOff(): ImportedDay[] {
  return Object.entries<string>(chineseDays.holidays).map(([text, label]) => {
    const date = civilDate(text);
    const name = metHolidays.get(date) ?? chineseName(label);
    return { date, kind: 'statutory_holiday', name, source: arrangementSource };
  });
}

/** Every Saturday and Sunday worked in exchange, named after the holiday that it makes up for. */
function daysWorked(): ImportedDay[] {
  return Object.entries<string>(chineseDays.workdays).map(([text, label]) => {
    const name = `${chineseName(label)}调休上班`;
    return { date: civilDate(text), kind: 'makeup_workday', name, source: arrangementSource };
  });
}

/** The days that the regulation fixes in a year whose arrangement is not published yet. */
export function statutoryDaysOf(year: number): ImportedDay[] {
  return [...statutoryHolidaysOf(year)]
    .map(([date, name]): ImportedDay => ({ date, kind: 'statutory_holiday', name, source: holidayRegulation }))
    .toSorted((a, b) => (a.date < b.date ? -1 : 1));
}

/** The library's file labels a day 'English name,Chinese name,statutory days'. */
function chineseName(label: string): string {
  const name = label.split(',')[1] ?? label;
  return fullNames[name] ?? name;
}
