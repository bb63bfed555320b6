import 'server-only';

const numerals = '[一二三四五六七八九十百]';

/** The numbering of headings in official documents (GB/T 9704-2012): 一、 （一） 1. （1）, and 第一章 before them. */
const levels = [
  new RegExp(`^第${numerals}+[章节篇部]`),
  new RegExp(`^${numerals}+[、.．]`),
  new RegExp(`^[（(]${numerals}+[）)]`),
  // 3.9月底前 is the third item, 3.9 no item at all.
  /^\d{1,3}\s*[.．、](?!\d(?!\d?月))/,
  /^[（(]\d{1,3}[）)]/,
];

/** Gives the level of a numbered line, 0 for chapters to 4 for （1）; null for a line without such a number. */
export function headingLevel(text: string): number | null {
  const level = levels.findIndex((pattern) => pattern.test(text));
  return level < 0 ? null : level;
}

/** Splits a numbered line into its number, without brackets and points, and its text. */
export function splitNumber(text: string): { number: string; text: string } {
  const [found = ''] = levels.map((pattern) => pattern.exec(text)?.[0]).filter((match) => match !== undefined);
  return { number: found.replaceAll(/[（）().．、\s]/g, ''), text: text.slice(found.length).trim() };
}

/** Gives the path of headings after a further one: it replaces those of its level and below. */
export function withHeading(path: readonly Heading[], text: string): Heading[] {
  const level = headingLevel(text) ?? -1;
  return [...path.filter((heading) => level >= 0 && heading.level >= 0 && heading.level < level), { level, text }];
}

export type Heading = { level: number; text: string };
