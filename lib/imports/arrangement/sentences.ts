import 'server-only';
import type { ArrangementProblem } from '@/lib/domain/calendar/arrangement';
import { addDays, type CivilDate, weekdayOf } from '@/lib/domain/calendar/civil-date';
import { holidaysNamed, newYear } from './holiday-names';
import { daysOfList, isListOfDays, type Place } from './written-dates';
import { partsOf } from './written-text';

/** A holiday as the text arranges it: its name, the days off, the working days that make up for them. */
export type ArrangedHoliday = {
  name: string;
  /** Its heading in the text, by which problems name it. */
  phrase: string;
  daysOff: CivilDate[];
  makeupDays: CivilDate[];
  /** Prolonged to this day; its first day stands in the arrangement before. */
  prolongedTo: CivilDate | null;
};

export type Reading = { holidays: ArrangedHoliday[]; passedOver: string[]; problems: ArrangementProblem[] };

const restPattern = /^(.+?日(?:（[^（）]*）)?)放假(?:调休|公休|补休)?(?:(\d+)天)?$/;
const workPattern = /^(.+?)(?:正常|照常|均|都|调休)*上班$/;
const prolongedPattern =
  /^延长(?:\d{4}年)?([^\d]{2,8}?)假期(?:至|到)(.+?日(?:（[^（）]*）)?)，(.+?)起(?:正常|照常)?上班$/;
/** Says whether a sentence arranges days, or recommends something about them. */
export const isAboutDays = (sentence: string) => /放假|上班|调休|补休|休息/.test(sentence);
const recommendation = /^(?:鼓励|建议|提倡)/;

/** The following weekend, where a single day off is 与周末连休. */
function withWeekend(days: readonly CivilDate[]): CivilDate[] {
  const last = days[days.length - 1];
  return last && weekdayOf(last) === 5 ? [...days, addDays(last, 1), addDays(last, 2)] : [...days];
}

/** The parts of a sentence of days off after its first one: 共3天, 与周末连休, 不调休. */
function readRest(place: Place, holiday: ArrangedHoliday, phrase: string, list: string, parts: readonly string[]) {
  let days = daysOfList(place, list);
  for (const part of parts) {
    const [, count] = /^(?:共)?(\d+)天$/.exec(part) ?? [];
    if (part === '与周末连休') days = withWeekend(days);
    else if (count === undefined && part !== '不调休')
      place.problems.push({ code: 'sentence-unread', phrase: part, expected: '', found: phrase });
    else if (count !== undefined && Number(count) !== days.length)
      place.problems.push({ code: 'count-differs', phrase, expected: `${days.length}天`, found: `${count}天` });
  }
  holiday.daysOff.push(...days);
}

/** Reads a sentence of a holiday; false where it arranges nothing that is known. */
function readSentence(place: Place, holiday: ArrangedHoliday, sentence: string): boolean {
  const [first = '', ...others] = partsOf(sentence, '，');
  const [, restDays, count] = restPattern.exec(first) ?? [];
  if (restDays && isListOfDays(restDays)) {
    readRest(place, holiday, sentence, restDays, count ? [`${count}天`, ...others] : others);
    return true;
  }
  const [, workDays] = workPattern.exec(sentence) ?? [];
  if (workDays && isListOfDays(workDays)) {
    holiday.makeupDays.push(...daysOfList(place, workDays));
    return true;
  }
  return false;
}

/** Reads 延长2020年春节假期至2月2日（……），2月3日（……）起正常上班; null for any other sentence. */
export function readProlonged(year: number, sentence: string, problems: ArrangementProblem[]): ArrangedHoliday | null {
  const [, name = '', until = '', from = ''] = prolongedPattern.exec(sentence) ?? [];
  const [holiday, ...others] = holidaysNamed(name) ?? [];
  if (!holiday || others.length > 0 || !isListOfDays(until) || !isListOfDays(from)) return null;
  const place: Place = { year, holiday, month: null, problems };
  const [prolongedTo = null] = daysOfList(place, until);
  const [workedFrom] = daysOfList(place, from);
  if (prolongedTo && workedFrom && workedFrom !== addDays(prolongedTo, 1))
    problems.push({ code: 'range-backwards', phrase: sentence, expected: '', found: '' });
  return { name: holiday, phrase: sentence, daysOff: [], makeupDays: [], prolongedTo };
}

/** Reads what follows the heading of a holiday, as far as the next heading. */
export function readHoliday(
  { year, name, phrase, body }: { year: number; name: string; phrase: string; body: string },
  reading: Reading,
): void {
  const holiday: ArrangedHoliday = { name, phrase, daysOff: [], makeupDays: [], prolongedTo: null };
  const place: Place = { year, holiday: name.split('、')[0] ?? newYear, month: null, problems: reading.problems };
  for (const sentence of partsOf(body, '。；')) {
    const known = reading.problems.length;
    if (readSentence(place, holiday, sentence) || !isAboutDays(sentence)) continue;
    if (recommendation.test(sentence)) reading.passedOver.push(sentence);
    else if (reading.problems.length === known)
      reading.problems.push({ code: 'sentence-unread', phrase: sentence, expected: '', found: phrase });
  }
  if (holiday.daysOff.length === 0) reading.problems.push({ code: 'rest-missing', phrase, expected: '', found: '' });
  reading.holidays.push(holiday);
}
