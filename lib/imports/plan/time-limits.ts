import 'server-only';
import { addDays, type CivilDate, civilDate, parseCivilDate } from '@/lib/domain/calendar/civil-date';

type DueKind = 'by-date' | 'standing' | 'each-period';

/** A time limit as printed, and what it means: a last day, no end, or a part in every period. */
export type TimeLimit = { text: string; on: CivilDate | null; kind: DueKind };

export type ReadLimit = { ok: true; value: TimeLimit } | { ok: false; code: 'due-unclear' | 'due-no-day' };

const digits = '〇一二三四五六七八九';

/** Writes 二〇二六年十二月三十一日 as 2026年12月31日. */
export function withDigits(text: string): string {
  return (
    text
      .normalize('NFKC')
      .replaceAll(/[零○]/g, '〇')
      // The circle of 二〇二六 is typed in many ways.
      .replaceAll(/[〇0Oo一二三四五六七八九]{4}(?=\s*年)/g, (year) =>
        [...year].map((digit) => Math.max(0, digits.indexOf(digit))).join(''),
      )
      .replaceAll(/([一二]?)十([一二三四五六七八九]?)(?=月|日)/g, (_, tens: string, ones: string) =>
        String((tens ? digits.indexOf(tens) : 1) * 10 + (ones ? digits.indexOf(ones) : 0)),
      )
      .replaceAll(/([二三])十(?=日)/g, (_, tens: string) => `${digits.indexOf(tens)}0`)
      .replaceAll(/[一二三四五六七八九](?=月|日)/g, (digit) => String(digits.indexOf(digit)))
  );
}

/** Gives the last day of a month; null for no month. */
function endOfMonth(year: number, month: number): CivilDate | null {
  if (month < 1 || month > 12) return null;
  const next = month === 12 ? `${year + 1}-01-01` : `${year}-${String(month + 1).padStart(2, '0')}-01`;
  return addDays(civilDate(next), -1);
}

const dayOf = (year: number, month: number, day: number) =>
  parseCivilDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

const quarterOf: Record<string, number> = { 一: 1, 二: 2, 三: 3, 四: 4, '1': 1, '2': 2, '3': 3, '4': 4 };
const lastDayOfDecade: Record<string, number> = { 上: 10, 中: 20 };

type Form = { pattern: RegExp; day: (match: RegExpMatchArray, year: number) => CivilDate | null; hasYear?: true };

/** The forms of a last day, each as far as it names one: of several, the last in the text is meant. */
const forms: Form[] = [
  {
    pattern: /(\d{4})\s*[-/.]\s*(\d{1,2})(?:\s*[-/.]\s*(\d{1,2}))?(?!\d)|(?<!\d)(20\d{2})([01]\d)([0-3]\d)(?!\d)/g,
    day: (match) => {
      const [year = '', month, day] = match.slice(1).filter((part) => part !== undefined);
      return day ? dayOf(Number(year), Number(month), Number(day)) : endOfMonth(Number(year), Number(month));
    },
    hasYear: true,
  },
  {
    pattern: /(\d{1,2})月(?:份)?(\d{1,2})[日号]/g,
    day: ([, month, day], year) => dayOf(year, Number(month), Number(day)),
  },
  {
    pattern: /(\d{1,2})月(?:份)?(上|中|下)?(?:旬)?/g,
    day: ([, month, decade], year) => {
      const day = lastDayOfDecade[decade ?? ''];
      return day ? dayOf(year, Number(month), day) : endOfMonth(year, Number(month));
    },
  },
  {
    pattern: /第?([一二三四1-4])季度/g,
    day: ([, quarter], year) => endOfMonth(year, (quarterOf[quarter ?? ''] ?? 4) * 3),
  },
  { pattern: /上半年/g, day: (_, year) => endOfMonth(year, 6) },
  { pattern: /年底|年末|年内|全年|下半年|年终|年度内/g, day: (_, year) => endOfMonth(year, 12) },
];

/** The last day that a text names; the year of a day without one is `year`. Undefined where it needs a year and has none. */
function lastDayIn(text: string, year: number | null): { on: CivilDate | null } | null | undefined {
  const named = [...text.matchAll(/(\d{4})(?=年|[-/.]\d)/g)].at(-1)?.[1];
  const yearAfter = /明年|次年|下一?年|翌年/.test(text) ? 1 : 0;
  const inYear = named ? Number(named) : year === null ? null : year + yearAfter;
  const found = forms.flatMap((form) =>
    [...text.matchAll(form.pattern)].map((match) => ({ form, match, end: match.index + match[0].length })),
  );
  const last = found.reduce<(typeof found)[number] | null>((at, next) => (at && at.end >= next.end ? at : next), null);
  if (last?.form.hasYear) return { on: last.form.day(last.match, 0) };
  if (!last && !named && !/当年|本年|今年|明年|次年/.test(text)) return null;
  if (inYear === null) return undefined;
  return { on: last ? last.form.day(last.match, inYear) : endOfMonth(inYear, 12) };
}

const eachPeriod = /(每|按|逐)(个)?(季度?|月|半年|年度?)|(季|月)度(推进|报送|调度)/;
const endless = /长期|常年|常态|持续|不断|始终|贯穿|经常/;

/** Reads a time limit; a day without a year is in the plan's. Null where nothing is printed. */
export function readTimeLimit(printed: string, year: number | null): ReadLimit | null {
  const text = printed.trim();
  if (/^(无|[-—－–/]+)?$/.test(text)) return null;
  const plain = withDigits(text).replaceAll(/\s/g, '');
  const found = lastDayIn(plain.replaceAll(/每(个)?(季度?|月|半年|年)[^，,；;]*/g, ''), year);
  if (found === undefined) return { ok: true, value: { text, on: null, kind: 'by-date' } };
  if (found) {
    return found.on === null
      ? { ok: false, code: 'due-no-day' }
      : { ok: true, value: { text, on: found.on, kind: 'by-date' } };
  }
  if (eachPeriod.test(plain)) return { ok: true, value: { text, on: null, kind: 'each-period' } };
  if (endless.test(plain)) return { ok: true, value: { text, on: null, kind: 'standing' } };
  return { ok: false, code: 'due-unclear' };
}

/** Gives the years that a time limit names. */
export function yearsIn(printed: string): number[] {
  return [...withDigits(printed).matchAll(/(20\d{2})(?=\s*年|[-/.]\d|[01]\d[0-3]\d(?!\d))/g)].map(([, year]) =>
    Number(year),
  );
}

/** Finds a time limit inside a sentence: 9月底前，… or …，6月底完成. */
export function limitInside(sentence: string): string | null {
  const found =
    /(?:\d{4}年)?(?:\d{1,2}月(?:\d{1,2}日|[上中下]旬|底|末)?(?:之?前|完成|以前|底前)|年(?:底|末)之?前|年内)|\d{4}年(?:底|末|\d{1,2}月底?)(?:之?前|完成)/.exec(
      sentence.normalize('NFKC'),
    );
  return found ? found[0].replace(/完成$/, '') : null;
}
