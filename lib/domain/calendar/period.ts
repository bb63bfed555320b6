import { addDays, type CivilDate, civilDate } from './civil-date';

/** The lengths of the periods in which the agencies of a plan report. */
export const rhythms = ['monthly', 'quarterly', 'half_yearly', 'yearly'] as const;
export type Rhythm = (typeof rhythms)[number];

declare const periodCodeBrand: unique symbol;

/**
 * The code of a reporting period: a month as '2026M03', a quarter as '2020Q1', half a year as '2026H1', a year as '2026'.
 * Two of one rhythm compare as strings.
 */
export type PeriodCode = string & { readonly [periodCodeBrand]: true };

/** For each rhythm the sign of its codes, the digits of the number after it, and the months of one period. */
const shapes: Record<Rhythm, { sign: string; digits: number; months: number }> = {
  monthly: { sign: 'M', digits: 2, months: 1 },
  quarterly: { sign: 'Q', digits: 1, months: 3 },
  half_yearly: { sign: 'H', digits: 1, months: 6 },
  yearly: { sign: '', digits: 0, months: 12 },
};

const codePattern = /^[12]\d{3}(M(0[1-9]|1[0-2])|Q[1-4]|H[12])?$/;

/**
 * Reads '2026M03', '2020Q1', '2026H1' or '2026' (years 1000 to 2999, so that every period has a deadline in a four-digit
 * year); gives null for anything else.
 */
export function parsePeriodCode(text: string): PeriodCode | null {
  return codePattern.test(text) ? (text as PeriodCode) : null;
}

/** Gives the period that a literal or a stored text spells; throws a RangeError where `parsePeriodCode` gives null. */
export function periodCode(text: string): PeriodCode {
  const parsed = parsePeriodCode(text);
  if (parsed === null) throw new RangeError(`Not the code of a period: ${text}`);
  return parsed;
}

/** Gives the rhythm to which a period belongs. */
export function rhythmOf(code: PeriodCode): Rhythm {
  const sign = code.charAt(4);
  return rhythms.find((rhythm) => shapes[rhythm].sign === sign) as Rhythm;
}

/** Gives the calendar year of a period. */
export function yearOf(code: PeriodCode): number {
  return Number(code.slice(0, 4));
}

/** Gives the number of a period within its year: 1 to 12 for months, 1 to 4 for quarters, 1 or 2, or 1 for a year. */
export function numberWithinYear(code: PeriodCode): number {
  return code.length === 4 ? 1 : Number(code.slice(5));
}

function codeOf(rhythm: Rhythm, year: number, number: number): PeriodCode {
  const { sign, digits } = shapes[rhythm];
  return periodCode(`${year}${sign}${digits === 0 ? '' : String(number).padStart(digits, '0')}`);
}

/** Gives the following period; throws a RangeError after the last one of 2999. */
export function nextPeriod(code: PeriodCode): PeriodCode {
  return periodAt(rhythmOf(code), addDays(lastDayOf(code), 1));
}

/** Gives the first civil date of a period. */
export function firstDayOf(code: PeriodCode): CivilDate {
  const month = (numberWithinYear(code) - 1) * shapes[rhythmOf(code)].months + 1;
  return civilDate(`${yearOf(code)}-${String(month).padStart(2, '0')}-01`);
}

/** Gives the last civil date of a period. */
export function lastDayOf(code: PeriodCode): CivilDate {
  const lastMonth = numberWithinYear(code) * shapes[rhythmOf(code)].months;
  const day = new Date(Date.UTC(yearOf(code), lastMonth, 0)).getUTCDate();
  return civilDate(`${yearOf(code)}-${String(lastMonth).padStart(2, '0')}-${day}`);
}

/** Gives the period of a rhythm in which a civil date lies; throws a RangeError outside the years 1000 to 2999. */
export function periodAt(rhythm: Rhythm, date: CivilDate): PeriodCode {
  const month = Number(date.slice(5, 7));
  return codeOf(rhythm, Number(date.slice(0, 4)), Math.ceil(month / shapes[rhythm].months));
}

/** Gives the periods of a rhythm in which the days from the first to the last lie, in order. */
export function periodsBetween(rhythm: Rhythm, first: CivilDate, last: CivilDate): PeriodCode[] {
  const codes: PeriodCode[] = [];
  for (let date = first; date <= last; ) {
    const code = periodAt(rhythm, date);
    codes.push(code);
    date = addDays(lastDayOf(code), 1);
  }
  return codes;
}
