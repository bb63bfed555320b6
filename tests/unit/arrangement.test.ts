import { describe, expect, test } from 'vitest';
import { isDoubt, isTakeable } from '@/lib/domain/calendar/arrangement';
import type { CalendarDay } from '@/lib/domain/calendar/working-days';
import { readArrangement } from '@/lib/imports/arrangement/read-arrangement';
import { readCalendar } from '@/lib/imports/calendar';
import { faults } from '../support/arrangements/faults';
import { printArrangement } from '../support/arrangements/print';
import { arrangementOf2027, arrangementTexts, changedHolidays } from '../support/arrangements/texts';

const library = readCalendar().days;

/** The library's days of a year's arrangement: of the December before it, and without that of the next one. */
const libraryOf = (year: number) =>
  library.filter(({ date, name }) => {
    const isOfNext = date.slice(5, 7) === '12' && name.startsWith('元旦');
    return Number(date.slice(0, 4)) + (isOfNext ? 1 : 0) === year;
  });

const read = (year: number, text: string, days: readonly CalendarDay[] = [], confirmed = false) =>
  readArrangement(text, { year, days, confirmed });
const original = (year: number) => read(year, arrangementTexts[year] ?? '');
const named = (days: readonly CalendarDay[]) => days.map(({ date, kind }) => `${date} ${kind}`);

const years = Object.keys(arrangementTexts).map(Number);

describe('the notices of 2018 to 2026', () => {
  test.each(years)('the days of %d are those that the library has, and nothing is doubted', (year) => {
    const first = original(year);
    const change = changedHolidays[year];
    const arrangement = change ? read(year, change, first.days, true) : first;
    expect([...first.problems, ...arrangement.problems]).toEqual([]);
    expect(named(arrangement.days)).toEqual(named(libraryOf(year)));
  });

  test('a day has the name of its holiday, and a make-up day is called after it', () => {
    const days = new Map(original(2026).days.map(({ date, name }) => [String(date), name]));
    expect(days.get('2026-02-15')).toBe('春节');
    expect(days.get('2026-09-20')).toBe('国庆节调休上班');
    expect(original(2025).days.find(({ date }) => date === '2025-10-01')?.name).toBe('国庆节、中秋节');
  });

  test('the source is the title of the notice with its number', () => {
    expect(original(2026).source).toBe('国务院办公厅关于2026年部分节假日安排的通知（国办发明电〔2025〕7号）');
    expect(read(2020, changedHolidays[2020] ?? '', original(2020).days, true).source).toBe(
      '国务院办公厅关于延长2020年春节假期的通知（国办发明电〔2020〕1号）',
    );
  });

  test('a recommendation arranges nothing, and is named as passed over', () => {
    expect(original(2024).passedOver).toEqual(['鼓励各单位结合带薪年休假等制度落实，安排职工在除夕（2月9日）休息']);
    expect(named(original(2024).days)).not.toContain('2024-02-09 statutory_holiday');
  });

  test('the notice of a year may arrange the last days of the year before', () => {
    expect(named(original(2019).days).slice(0, 4)).toEqual([
      '2018-12-29 makeup_workday',
      '2018-12-30 statutory_holiday',
      '2018-12-31 statutory_holiday',
      '2019-01-01 statutory_holiday',
    ]);
  });

  test('a change of a year that is not confirmed is refused', () => {
    expect(read(2020, changedHolidays[2020] ?? '').problems.map(({ code }) => code)).toContain('year-not-confirmed');
  });
});

describe('a text however it was copied', () => {
  const text = arrangementTexts[2026] ?? '';
  const ways: [string, string][] = [
    ['without line breaks', text.replace(/\n/g, '')],
    ['with blanks and line breaks within words', text.replace(/月/g, ' 月\n').replace(/放假/g, '放　假')],
    ['with invisible signs of a web page', text.replace(/：/g, '：\u200b\u00a0').replace(/年/g, '\ufeff年')],
    ['with full-width digits', text.replace(/\d/g, (digit) => String.fromCodePoint(digit.charCodeAt(0) + 0xfee0))],
    [
      'with half-width punctuation',
      text.replace(/（/g, '(').replace(/）/g, ')').replace(/：/g, ':').replace(/，/g, ','),
    ],
    ['with 星期 in place of 周', text.replace(/周(?=[日一二三四五六])/g, '星期')],
    ['with 星期天', text.replace(/周日/g, '星期天')],
    [
      'with tags of a web page',
      text.replace(/\n/g, '</p>\n<p style="text-indent:2em">').replace(/日（/g, '日&nbsp;（'),
    ],
    [
      'with Arabic numbering',
      text.replace(/^[一二三四五六七]、/gm, (numeral) => `${'一二三四五六七'.indexOf(numeral.charAt(0)) + 1}. `),
    ],
    ['without the title', text.slice(text.indexOf('一、'))],
    ['with 清明 and 端午 in their short form', text.replace('清明节：', '清明：').replace('端午节：', '端午：')],
    ['with a dash in place of 至', text.replace(/）至(?=\d)/g, '）—')],
  ];

  test.each(ways)('%s it gives the same days without a doubt', (_, changed) => {
    const arrangement = read(2026, changed);
    expect(arrangement.problems).toEqual([]);
    expect(named(arrangement.days)).toEqual(named(libraryOf(2026)));
  });
});

describe('a text with a fault', () => {
  test.each(faults)('%s is named with its phrase', (_, change, problem) => {
    const text = arrangementTexts[2026] ?? '';
    expect(change(text)).not.toBe(text);
    const { problems } = read(2026, change(text));
    expect(problems).toContainEqual(expect.objectContaining(problem));
  });

  test('only what departs from what is usual is a doubt, with which the year can be confirmed', () => {
    const codes = faults.flatMap(([, change]) => {
      const arrangement = read(2026, change(arrangementTexts[2026] ?? ''));
      return isTakeable(arrangement) ? arrangement.problems.map(({ code }) => code) : [];
    });
    expect([...new Set(codes)].sort()).toEqual(['exchange-unbalanced', 'makeup-far', 'statutory-day-not-off']);
  });
});

describe('the library’s data in the wording of the notices', () => {
  // Since 2008 there are seven holidays; 2015 had an eighth, by a notice of its own.
  const printable = Array.from({ length: 19 }, (_, index) => 2008 + index).filter((year) => year !== 2015);

  test.each(printable)('what is printed of %d is read as it was', (year) => {
    const days = libraryOf(year);
    const arrangement = read(year, printArrangement(year, days));
    expect(named(arrangement.days)).toEqual(named(days));
    expect(arrangement.problems.filter((problem) => !isDoubt(problem))).toEqual([]);
  });
});

test('the notice of 2027 in the wording of 2026 is read without a doubt', () => {
  const { problems, days } = read(2027, arrangementOf2027);
  expect(problems).toEqual([]);
  expect(days.filter(({ kind }) => kind === 'makeup_workday').map(({ date }) => date)).toEqual([
    '2027-02-14',
    '2027-02-20',
    '2027-04-25',
    '2027-09-26',
    '2027-10-09',
  ]);
});
