import 'server-only';
import type { ArrangementProblem } from '@/lib/domain/calendar/arrangement';
import { addDays, type CivilDate, parseCivilDate, weekdayOf } from '@/lib/domain/calendar/civil-date';
import { newYear } from './holiday-names';
import { partsOf } from './written-text';

/** The place at which a sentence is read: the year of the notice, the holiday, and the month that was named last. */
export type Place = { year: number; holiday: string; month: number | null; problems: ArrangementProblem[] };

const weekdays = '日一二三四五六';
export const weekdayWord = (date: CivilDate) => `周${weekdays[weekdayOf(date)]}`;

const datePattern = /^(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日((?:（[^（）]*）)?)$/;
const separators = '至到—–―~～-－';

/** 12 December 元旦 belongs to the January after it, unless the text names the year. */
function yearOf(place: Place, month: number, named: string | undefined): number {
  if (named) return Number(named);
  return place.holiday === newYear && month === 12 ? place.year - 1 : place.year;
}

function checkBracket(place: Place, date: CivilDate, phrase: string, bracket: string): void {
  if (bracket === '') return;
  const notes = bracket.slice(1, -1).split(/[、，]/);
  const weekday = notes.find((note) => note.startsWith('周'));
  const unread = notes.find((note) => !/^(周[日一二三四五六]|农历.{1,10}|[正腊冬]月.{1,4}|除夕)$/.test(note));
  if (unread !== undefined) {
    place.problems.push({ code: 'bracket-unread', phrase, expected: weekdayWord(date), found: unread });
  } else if (weekday && weekday !== weekdayWord(date)) {
    place.problems.push({ code: 'weekday-differs', phrase, expected: weekdayWord(date), found: weekday });
  }
}

/** The day of a phrase such as 10月1日（周四）; null, with its problem, where it is none. */
function dayOf(place: Place, phrase: string): CivilDate | null {
  const [, yearText, monthText, dayText = '', bracket = ''] = datePattern.exec(phrase) ?? [];
  const month = monthText ? Number(monthText) : place.month;
  if (month === null || dayText === '') {
    place.problems.push({ code: 'sentence-unread', phrase, expected: '', found: '' });
    return null;
  }
  place.month = month;
  const year = yearOf(place, month, yearText);
  const pad = (number: number) => String(number).padStart(2, '0');
  const date = parseCivilDate(`${year}-${pad(month)}-${pad(Number(dayText))}`);
  if (!date) {
    place.problems.push({ code: 'date-impossible', phrase, expected: '', found: `${year}年${month}月${dayText}日` });
    return null;
  }
  const isDecemberBefore = place.holiday === newYear && year === place.year - 1 && month === 12;
  if (year !== place.year && !isDecemberBefore) {
    place.problems.push({ code: 'day-of-other-year', phrase, expected: `${place.year}年`, found: `${year}年` });
    return null;
  }
  checkBracket(place, date, phrase, bracket);
  return date;
}

/** Whether every part of a list is written as a day or a range of days. */
export function isListOfDays(list: string): boolean {
  const parts = partsOf(list, '、').flatMap((range) => partsOf(range, separators));
  return parts.length > 0 && parts.every((part) => datePattern.test(part));
}

function rangeOf(place: Place, phrase: string): CivilDate[] {
  const days = partsOf(phrase, separators).map((part) => dayOf(place, part));
  const [first, last = first] = days;
  if (!first || !last) return [];
  if (last < first) {
    place.problems.push({ code: 'range-backwards', phrase, expected: '', found: '' });
    return [];
  }
  const range: CivilDate[] = [];
  for (let date = first; date <= last && range.length < 60; date = addDays(date, 1)) range.push(date);
  return range;
}

/** Every day of a list such as 4月26日（周日）、5月9日（周六） or 10月1日至8日, as far as it can be read. */
export function daysOfList(place: Place, list: string): CivilDate[] {
  return partsOf(list, '、').flatMap((range) => rangeOf(place, range));
}
