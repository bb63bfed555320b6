import 'server-only';

const numerals = '[一二三四五六七八九十百]';

/** After these a number with a point is an amount: 3.9亿元 is no item 3.9. */
const afterAmount = '[\\d万亿元%％‰倍个千百公米吨亩平℃]';

/**
 * The numbering of headings in official documents (GB/T 9704-2012): 一、 （一） 1. （1）, with 第一章 before them, 1.1 below 1. and
 * ① below all. Digits may be full-width.
 */
const levels = [
  new RegExp(`^第${numerals}+[章节篇部](?:分)?[、：:]?`),
  new RegExp(`^${numerals}+[、.．]`),
  new RegExp(`^[（(]${numerals}+[）)][、.．]?`),
  // 3.9月底前 is the third item.
  /^(?:[\d０-９]{1,3}|[1１][\d０-９]{3})\s*[.．、](?![\d０-９](?!\d?月))/,
  new RegExp(`^[\\d０-９]{1,2}[.．][\\d０-９]{1,2}(?![\\d０-９.．]|\\d?月|${afterAmount})[、.．]?`),
  new RegExp(`^[\\d０-９]{1,2}(?:[.．][\\d０-９]{1,2}){2,3}(?![\\d０-９.．]|${afterAmount})[、.．]?`),
  /^(?:[（(][\d０-９]{1,3}[）)]|[\d０-９]{1,2}[）)]|[⑴-⒇])[、.．]?/,
  /^[①-⑳][、.．]?/,
];

/** The level of （一）, below which tasks are numbered rather than chapters. */
export const deepestChapter = 2;

/** The level of （1）, whose items often share what stands after the last of them; ① lies deeper. */
export const levelInBrackets = 6;

/** Gives the level of a numbered line, 0 for chapters to 7 for ①; null for a line without such a number. */
export function headingLevel(text: string): number | null {
  const level = levels.findIndex((pattern) => pattern.test(text));
  return level < 0 ? null : level;
}

/** Writes a number without its brackets and the point behind it, in plain digits: （２） as 2. */
const plainNumber = (printed: string): string => printed.normalize('NFKC').replaceAll(/[（）()、\s]|[.．]$/g, '');

/** Splits a numbered line into its number, without brackets and points, and its text. */
export function splitNumber(text: string): { number: string; text: string } {
  const [found = ''] = levels.map((pattern) => pattern.exec(text)?.[0]).filter((match) => match !== undefined);
  return { number: plainNumber(found), text: text.slice(found.length).trim() };
}

/** Says whether a line is nothing but the word of an annex: 附件2. */
export const isAnnexLine = (text: string): boolean => /^附件\s*\d*\s*[:：]?$/.test(text.normalize('NFKC'));

/** Gives the path of headings after a further one: it replaces those of its level and below. */
export function withHeading(path: readonly Heading[], text: string): Heading[] {
  const level = headingLevel(text) ?? -1;
  return [...path.filter((heading) => level >= 0 && heading.level >= 0 && heading.level < level), { level, text }];
}

export type Heading = { level: number; text: string };
