import { addDays, type CivilDate, civilDate } from './civil-date';

declare const quarterBrand: unique symbol;

/** A quarter of a year, `2020Q1`. */
export type Quarter = string & { readonly [quarterBrand]: true };

/** Gives the quarter that a text names, or null for any other text. */
export function parseQuarter(text: string): Quarter | null {
  return /^[12]\d{3}Q[1-4]$/.test(text) ? (text as Quarter) : null;
}

/** Gives the quarter of a literal; throws on a malformed one, which is a fault of the programmer. */
export function quarter(text: string): Quarter {
  const parsed = parseQuarter(text);
  if (parsed === null) throw new RangeError(`not a quarter: ${text}`);
  return parsed;
}

export function yearOf(of: Quarter): number {
  return Number(of.slice(0, 4));
}

export function quarterNumberOf(of: Quarter): 1 | 2 | 3 | 4 {
  return Number(of.slice(5)) as 1 | 2 | 3 | 4;
}

export function nextQuarter(of: Quarter): Quarter {
  const number = quarterNumberOf(of);
  return number === 4 ? quarter(`${yearOf(of) + 1}Q1`) : quarter(`${yearOf(of)}Q${number + 1}`);
}

export function firstDayOf(of: Quarter): CivilDate {
  const month = String(quarterNumberOf(of) * 3 - 2).padStart(2, '0');
  return civilDate(`${yearOf(of)}-${month}-01`);
}

export function lastDayOf(of: Quarter): CivilDate {
  return addDays(firstDayOf(nextQuarter(of)), -1);
}

export function quarterOf(date: CivilDate): Quarter {
  return quarter(`${date.slice(0, 4)}Q${Math.ceil(Number(date.slice(5, 7)) / 3)}`);
}

export function quartersOfYear(year: number): [Quarter, Quarter, Quarter, Quarter] {
  return [quarter(`${year}Q1`), quarter(`${year}Q2`), quarter(`${year}Q3`), quarter(`${year}Q4`)];
}
