import { addDays, type CivilDate, civilDate } from './civil-date';

declare const quarterBrand: unique symbol;

/** A quarter of a calendar year as '2020Q1'; two of them compare as strings. */
export type Quarter = string & { readonly [quarterBrand]: true };

/**
 * Reads '2020Q1' (years 1000 to 2999, so that every quarter has a deadline in a four-digit year); gives null for
 * anything else.
 */
export function parseQuarter(text: string): Quarter | null {
  return /^[12]\d{3}Q[1-4]$/.test(text) ? (text as Quarter) : null;
}

/** Gives the quarter that a literal or a stored text spells; throws a RangeError where `parseQuarter` gives null. */
export function quarter(text: string): Quarter {
  const parsed = parseQuarter(text);
  if (parsed === null) throw new RangeError(`Not a quarter: ${text}`);
  return parsed;
}

/** Gives the calendar year of a quarter. */
export function yearOf(quarter: Quarter): number {
  return Number(quarter.slice(0, 4));
}

/** Gives the number of a quarter within its year, 1 to 4. */
export function quarterNumberOf(quarter: Quarter): 1 | 2 | 3 | 4 {
  return Number(quarter.slice(5)) as 1 | 2 | 3 | 4;
}

/** Gives the following quarter; throws a RangeError after 2999Q4. */
export function nextQuarter(quarter: Quarter): Quarter {
  return quarterOf(addDays(lastDayOf(quarter), 1));
}

/** Gives the first civil date of a quarter. */
export function firstDayOf(quarter: Quarter): CivilDate {
  const month = quarterNumberOf(quarter) * 3 - 2;
  return civilDate(`${yearOf(quarter)}-${String(month).padStart(2, '0')}-01`);
}

/** Gives the last civil date of a quarter. */
export function lastDayOf(quarter: Quarter): CivilDate {
  const monthAndDay = { 1: '03-31', 2: '06-30', 3: '09-30', 4: '12-31' }[quarterNumberOf(quarter)];
  return civilDate(`${yearOf(quarter)}-${monthAndDay}`);
}

/** Gives the quarter of a civil date; throws a RangeError outside the years 1000 to 2999. */
export function quarterOf(date: CivilDate): Quarter {
  return quarter(`${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`);
}

/** Gives the four quarters of a calendar year, in order; throws a RangeError outside the years 1000 to 2999. */
export function quartersOfYear(year: number): [Quarter, Quarter, Quarter, Quarter] {
  return [quarter(`${year}Q1`), quarter(`${year}Q2`), quarter(`${year}Q3`), quarter(`${year}Q4`)];
}
