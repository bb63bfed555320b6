import 'server-only';
import { type CivilDate, weekdayOf } from '@/lib/domain/calendar/civil-date';
import type { CalendarDay } from '@/lib/domain/calendar/working-days';
import { statutoryHolidaysOf } from '../statutory-holidays';
import type { ArrangedHoliday, Reading } from './sentences';
import { weekdayWord } from './written-dates';

type Whole = { year: number; kept: readonly CalendarDay[]; isWhole: boolean };

const written = (date: CivilDate) => `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日`;
const isWeekend = (date: CivilDate) => weekdayOf(date) === 0 || weekdayOf(date) === 6;

/** Days that lie between a holiday and the farthest working day that makes up for it, in every arrangement so far. */
const farthest = 21;

const distance = (a: CivilDate, b: CivilDate) => Math.abs(Date.parse(a) - Date.parse(b)) / 86_400_000;

/** No day is off for two holidays, worked for two, or both. */
function checkOverlaps({ holidays, problems }: Reading, kept: readonly CalendarDay[]): void {
  const off = new Map(kept.filter(({ kind }) => kind === 'statutory_holiday').map(({ date, name }) => [date, name]));
  const worked = new Set(kept.filter(({ kind }) => kind === 'makeup_workday').map(({ date }) => date));
  for (const { name, phrase, daysOff } of holidays) {
    for (const date of daysOff) {
      const other = off.get(date);
      if (other) problems.push({ code: 'days-overlap', phrase, expected: other, found: written(date) });
      off.set(date, name);
    }
  }
  for (const { phrase, makeupDays } of holidays) {
    for (const date of makeupDays) {
      if (worked.has(date)) problems.push({ code: 'makeup-twice', phrase, expected: '', found: written(date) });
      if (off.has(date)) problems.push({ code: 'makeup-on-day-off', phrase, expected: '', found: written(date) });
      worked.add(date);
    }
  }
}

function checkMakeupDays({ phrase, daysOff, makeupDays }: ArrangedHoliday, { problems }: Reading): void {
  for (const date of makeupDays) {
    if (!isWeekend(date)) {
      problems.push({
        code: 'makeup-not-weekend',
        phrase,
        expected: '周六、周日',
        found: `${written(date)}${weekdayWord(date)}`,
      });
    }
    if (daysOff.length > 0 && daysOff.every((off) => distance(off, date) > farthest))
      problems.push({ code: 'makeup-far', phrase, expected: '', found: written(date) });
  }
}

/** The days that the regulation of a year fixed; before 2025 除夕 and 2 May were none. */
function statutoryDays(year: number): [CivilDate, string][] {
  const days = [...statutoryHolidaysOf(year)];
  if (year >= 2025) return days;
  const eve = days.find(([, name]) => name === '春节')?.[0];
  return days.filter(([date]) => date !== eve && !date.endsWith('-05-02'));
}

/** As many working days are lost as the regulation fixes: the others are made up for. */
function checkExchange(
  { name, phrase, daysOff, makeupDays }: ArrangedHoliday,
  { problems }: Reading,
  statutory: number,
): void {
  const lost = daysOff.filter((date) => !isWeekend(date)).length - makeupDays.length;
  if (lost !== statutory && name !== '')
    problems.push({ code: 'exchange-unbalanced', phrase, expected: `${statutory}天`, found: `${lost}天` });
}

function checkStatutory(reading: Reading, year: number): void {
  const days = statutoryDays(year);
  for (const [date, name] of days) {
    const holiday = reading.holidays.find((each) =>
      name.split('、').some((one) => each.name.split('、').includes(one)),
    );
    if (holiday && holiday.daysOff.length > 0 && !holiday.daysOff.includes(date))
      reading.problems.push({
        code: 'statutory-day-not-off',
        phrase: holiday.phrase,
        expected: written(date),
        found: name,
      });
  }
  for (const holiday of reading.holidays.filter(({ daysOff }) => daysOff.length > 0)) {
    const own = days.flatMap(([, name]) => name.split('、')).filter((name) => holiday.name.split('、').includes(name));
    checkExchange(holiday, reading, own.length);
  }
}

/** Checks the holidays that were read against each other, the weekends, the days that stay, and the regulation. */
export function checkHolidays(reading: Reading, { year, kept, isWhole }: Whole): void {
  checkOverlaps(reading, kept);
  for (const holiday of reading.holidays) checkMakeupDays(holiday, reading);
  if (isWhole) checkStatutory(reading, year);
}
