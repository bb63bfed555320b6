import 'server-only';
import type { Arrangement, ArrangementProblem } from '@/lib/domain/calendar/arrangement';
import { addDays, type CivilDate } from '@/lib/domain/calendar/civil-date';
import type { CalendarDay } from '@/lib/domain/calendar/working-days';
import { checkHolidays } from './checks';
import { holidayNames, holidaysNamed, isOfHoliday, makeupName } from './holiday-names';
import { type ArrangedHoliday, isAboutDays, type Reading, readHoliday, readProlonged } from './sentences';
import { inOneForm, partsOf } from './written-text';

const known = `(?:["“”]?(?:五一)?["“”]?(?:国际)?(?:${holidayNames.map((name) => (name.length > 2 ? `${name.slice(0, -1)}节?` : name)).join('|')}))`;
/** 一、元旦： or 国庆节、中秋节：, or a heading that names something else. */
const headings = new RegExp(
  `(?:(?:[一二三四五六七八九十]{1,3}|\\d{1,2})[、.]|（[一二三四五六七八九十]{1,3}）)?(${known}(?:[、和与及]${known})*)：` +
    '|[一二三四五六七八九十]{1,3}[、.]([^：。，、]{1,15})：',
  'g',
);
const numerals = /^(?:[一二三四五六七八九十]{1,3}|\d{1,2})[、.]/;
const yearNamed = /(\d{4})年(?:部分节假日|节假日|元旦、|春节假期|[^\d，。]{2,6}(?:假期安排|放假安排))/;
const weekdayNamed = /（[^（）]*周[日一二三四五六]/;

type Base = { year: number; days: readonly CalendarDay[]; confirmed: boolean };

/** Which kind of notice a text is: of a whole year, or a change of one holiday (调整, 延长) of a year that is arranged. */
function changedHolidayOf(text: string): string | null {
  const [, name = ''] = /关于(?:调整|延长)(?:\d{4}年)?([^\d]{2,8}?)(?:假期|放假)/.exec(text) ?? [];
  return holidaysNamed(name)?.join('、') ?? null;
}

function sourceOf(text: string, year: number): string {
  const [title = `国务院办公厅关于${year}年部分节假日安排的通知`] =
    /国务院办公厅关于[^。：]{2,40}?的通知/.exec(text) ?? [];
  const [number] = /国办发明电〔\d{4}〕\d+号/.exec(text) ?? [];
  return number ? `${title}（${number}）` : title;
}

/** Reads each heading with what follows it, of a notice that arranges a whole year. */
function readYear(text: string, year: number, reading: Reading): void {
  const found = [...text.matchAll(headings)];
  found.forEach((match, index) => {
    const [phrase, named, other] = match;
    const body = text.slice(match.index + phrase.length, found[index + 1]?.index);
    const name = holidaysNamed(named ?? other ?? '')?.join('、');
    if (name) readHoliday({ year, name, phrase: `${phrase}${partsOf(body, '。')[0] ?? ''}`, body }, reading);
    else
      reading.problems.push({ code: 'holiday-unknown', phrase, expected: holidayNames.join('、'), found: other ?? '' });
  });
  for (const name of holidayNames) {
    const times = reading.holidays.filter((holiday) => holiday.name.split('、').includes(name)).length;
    if (times === 0) reading.problems.push({ code: 'holiday-missing', phrase: '', expected: name, found: '' });
    if (times > 1) reading.problems.push({ code: 'holiday-twice', phrase: name, expected: '', found: String(times) });
  }
}

/** Reads a notice that changes one holiday, and gives the days of the year without the holiday's earlier ones. */
function readChange(text: string, base: Base, name: string, reading: Reading): CalendarDay[] {
  if (!base.confirmed)
    reading.problems.push({ code: 'year-not-confirmed', phrase: '', expected: '', found: `${base.year}年` });
  const sentences = partsOf(text, '。；').map((sentence) => sentence.replace(numerals, ''));
  const [prolonged] = sentences.flatMap((sentence) => readProlonged(base.year, sentence, reading.problems) ?? []);
  if (prolonged?.prolongedTo) {
    const earlier = base.days.filter(
      ({ kind, name: of }) => kind === 'statutory_holiday' && isOfHoliday(of, prolonged.name),
    );
    const last = earlier[earlier.length - 1]?.date ?? prolonged.prolongedTo;
    for (let date = addDays(last, 1); date <= prolonged.prolongedTo; date = addDays(date, 1))
      prolonged.daysOff.push(date);
    reading.holidays.push(prolonged);
    reading.passedOver.push(...sentences.filter((each) => isAboutDays(each) && each !== prolonged.phrase));
    return base.days.filter(({ date }) => !prolonged.daysOff.includes(date));
  }
  const body = text.slice(text.search(/(?:通知)?如下[。：]?/)).replace(/^(?:通知)?如下[。：]?/, '');
  const plain = partsOf(body, '。；').map((sentence) => sentence.replace(numerals, ''));
  readHoliday({ year: base.year, name, phrase: name, body: plain.join('。') }, reading);
  return base.days.filter((day) => !isOfHoliday(day.name, name));
}

function daysOf({ name, daysOff, makeupDays }: ArrangedHoliday): CalendarDay[] {
  const off = daysOff.map((date): CalendarDay => ({ date, kind: 'statutory_holiday', name }));
  return [...off, ...makeupDays.map((date): CalendarDay => ({ date, kind: 'makeup_workday', name: makeupName(name) }))];
}

/** In order of date, each date once. */
function inOrder(days: readonly CalendarDay[]): CalendarDay[] {
  const byDate = new Map<CivilDate, CalendarDay>(days.map((day) => [day.date, day]));
  return [...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1));
}

/** The year that the text names, or the one that is asked for where its weekdays can be checked against it. */
function yearProblem(text: string, year: number): ArrangementProblem | null {
  const [phrase = '', named] = yearNamed.exec(text) ?? [];
  if (named === undefined)
    return weekdayNamed.test(text) ? null : { code: 'year-unknown', phrase: '', expected: `${year}年`, found: '' };
  return Number(named) === year ? null : { code: 'year-differs', phrase, expected: `${year}年`, found: `${named}年` };
}

/**
 * Reads the State Council's notice on the holidays of a year as it is published, or the second notice that changes one of
 * them, which needs the days of the year as they stand. Checks the text against itself and against the regulation: the
 * weekdays in brackets, the numbers of days, make-up days on weekends, overlaps, the seven holidays. Whatever cannot be
 * read or does not agree is a problem that names its phrase; nothing is left out without one.
 */
export function readArrangement(pasted: string, base: Base): Arrangement {
  const { year } = base;
  const text = inOneForm(pasted);
  const reading: Reading = { holidays: [], passedOver: [], problems: [] };
  if (text === '') return { year, source: '', days: [], passedOver: [], problems: [empty] };
  const wrongYear = yearProblem(text, year);
  if (wrongYear) reading.problems.push(wrongYear);
  const changed = changedHolidayOf(text);
  const kept = changed === null ? [] : readChange(text, base, changed, reading);
  if (changed === null) readYear(text, year, reading);
  checkHolidays(reading, { year, kept, isWhole: changed === null });
  const days = inOrder([...kept, ...reading.holidays.flatMap(daysOf)]);
  return { year, source: sourceOf(text, year), days, passedOver: reading.passedOver, problems: reading.problems };
}

const empty: ArrangementProblem = { code: 'empty', phrase: '', expected: '', found: '' };
