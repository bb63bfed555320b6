import { addDays, type CivilDate, civilDate } from './civil-date';

declare const periodCodeBrand: unique symbol;

/** The code of a reporting period: a calendar quarter as '2020Q1'; two of them compare as strings. */
export type PeriodCode = string & { readonly [periodCodeBrand]: true };

/**
 * Reads '2020Q1' (years 1000 to 2999, so that every period has a deadline in a four-digit year); gives null for
 * anything else.
 */
export function parsePeriodCode(text: string): PeriodCode | null {
  return /^[12]\d{3}Q[1-4]$/.test(text) ? (text as PeriodCode) : null;
}

/** Gives the period that a literal or a stored text spells; throws a RangeError where `parsePeriodCode` gives null. */
export function periodCode(text: string): PeriodCode {
  const parsed = parsePeriodCode(text);
  if (parsed === null) throw new RangeError(`Not the code of a period: ${text}`);
  return parsed;
}

/** Gives the calendar year of a period. */
export function yearOf(code: PeriodCode): number {
  return Number(code.slice(0, 4));
}

/** Gives the number of a quarter within its year, 1 to 4. */
export function quarterNumberOf(code: PeriodCode): 1 | 2 | 3 | 4 {
  return Number(code.slice(5)) as 1 | 2 | 3 | 4;
}

/** Gives the following period; throws a RangeError after 2999Q4. */
export function nextPeriod(code: PeriodCode): PeriodCode {
  return quarterOf(addDays(lastDayOf(code), 1));
}

/** Gives the first civil date of a period. */
export function firstDayOf(code: PeriodCode): CivilDate {
  const month = quarterNumberOf(code) * 3 - 2;
  return civilDate(`${yearOf(code)}-${String(month).padStart(2, '0')}-01`);
}

/** Gives the last civil date of a period. */
export function lastDayOf(code: PeriodCode): CivilDate {
  const monthAndDay = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' }[quarterNumberOf(code)];
  return civilDate(`${yearOf(code)}-${monthAndDay}`);
}

/** Gives the period of a civil date; throws a RangeError outside the years 1000 to 2999. */
export function quarterOf(date: CivilDate): PeriodCode {
  return periodCode(`${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`);
}

/** Gives the four quarters of a calendar year, in order; throws a RangeError outside the years 1000 to 2999. */
export function periodsOfYear(year: number): [PeriodCode, PeriodCode, PeriodCode, PeriodCode] {
  return [periodCode(`${year}Q1`), periodCode(`${year}Q2`), periodCode(`${year}Q3`), periodCode(`${year}Q4`)];
}
