import { addDays, type CivilDate, weekdayOf } from '@/lib/domain/calendar/civil-date';
import type { CalendarDay } from '@/lib/domain/calendar/working-days';

const numerals = '一二三四五六七';
const weekday = (date: CivilDate) => `周${'日一二三四五六'[weekdayOf(date)]}`;

function printed(date: CivilDate, year: number): string {
  const [of, month, day] = date.split('-').map(Number);
  return `${of === year ? '' : `${of}年`}${month}月${day}日（${weekday(date)}）`;
}

/** The days off of one holiday as ranges of days that follow each other. */
function rangesOf(dates: readonly CivilDate[]): [CivilDate, CivilDate][] {
  const ranges: [CivilDate, CivilDate][] = [];
  for (const date of dates) {
    const last = ranges[ranges.length - 1];
    if (last && addDays(last[1], 1) === date) last[1] = date;
    else ranges.push([date, date]);
  }
  return ranges;
}

/** The days of 国庆节 stand with those of 国庆节、中秋节, where the two meet. */
function joined(days: readonly CalendarDay[]): CalendarDay[] {
  const met = [...new Set(days.map(({ name }) => name))].filter((name) => name.includes('、'));
  return days.map((day) => ({ ...day, name: met.find((names) => names.split('、').includes(day.name)) ?? day.name }));
}

function sentencesOf(name: string, days: readonly CalendarDay[], year: number): string {
  const off = days.filter((day) => day.kind === 'statutory_holiday' && day.name === name).map(({ date }) => date);
  const worked = days
    .filter((day) => day.kind === 'makeup_workday' && name.split('、').some((one) => day.name.startsWith(one)))
    .map(({ date }) => date);
  const rest = rangesOf(off).map(([first, last]) => {
    const until = first === last ? '' : `至${printed(last, year)}`;
    const count = off.indexOf(last) - off.indexOf(first) + 1;
    return `${printed(first, year)}${until}放假调休，共${count}天。`;
  });
  const work = worked.length > 0 ? `${worked.map((date) => printed(date, year)).join('、')}上班。` : '';
  return `${rest.join('')}${work}`;
}

/** Prints the days of a year in the wording of the State Council's notices. */
export function printArrangement(year: number, arranged: readonly CalendarDay[]): string {
  const days = joined(arranged);
  const names = [...new Set(days.filter(({ kind }) => kind === 'statutory_holiday').map(({ name }) => name))];
  const items = names.map((name, index) => `${numerals[index]}、${name}：${sentencesOf(name, days, year)}`);
  return [`国务院办公厅关于${year}年部分节假日安排的通知`, ...items].join('\n');
}
