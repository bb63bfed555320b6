import { isCalendarDay, isCheckedId, isCreditCode, province } from './number-checks';

export type PersonalNumberKind = 'id' | 'mobile' | 'landline' | 'account' | 'email';

/** A find in a text: its kind, and its place as `text.slice(start, end)`. */
export type PersonalNumber = { kind: PersonalNumberKind; start: number; end: number };

type Pattern = { kind: PersonalNumberKind; pattern: RegExp; holds?: (compact: string) => boolean };

/** So many digits as people group them, with a blank or a hyphen between any two. */
const spread = (count: number) => `(?:[ -]?\\d){${count}}`;
const gap = '[ -]{0,3}';
/** A part of a longer code, such as a receipt number, is none of these numbers, nor are the digits after a point. */
const alone = '(?<![0-9A-Za-z]-?|\\d\\.)';
const ended = '(?![0-9A-Za-z]|\\.\\d)';
/** Before these words a number is a quantity: 元、万、亿、吨、千、%、‰、平方、立方、公里、美元、欧元、港元. */
const noQuantity =
  '(?! ?(?:[\\u5143\\u4E07\\u4EBF\\u5428\\u5343\\u2030%]|\\u5E73\\u65B9|\\u7ACB\\u65B9|\\u516C\\u91CC|[\\u7F8E\\u6B27\\u6E2F]\\u5143))';
const area = '(?:10|2[0-57-9]|[3-9]\\d{2})';
const mobileGroups = [`\\d${gap}\\d{4}${gap}\\d{4}`, `\\d{2}${gap}\\d{3}${gap}\\d{4}`, `\\d{3}${gap}\\d{6}`].join('|');

/** In the order in which they are looked for: a place that was found is not read as another kind. */
const patterns: readonly Pattern[] = [
  { kind: 'email', pattern: /[\w.%+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}/g },
  {
    kind: 'id',
    pattern: new RegExp(`${alone}${province}${spread(15)}[ -]?[\\dXx×]${ended}`, 'g'),
    holds: (id) => isCalendarDay(id.slice(6, 14)) && (isCheckedId(id) || !isCreditCode(id)),
  },
  {
    kind: 'id',
    pattern: new RegExp(`${alone}${province}${spread(13)}${ended}${noQuantity}`, 'g'),
    // Nobody born before 1920 reports here any more, while registration numbers of firms look like their ID numbers.
    holds: (id) => id.slice(6, 8) >= '20' && isCalendarDay(`19${id.slice(6, 12)}`),
  },
  {
    kind: 'mobile',
    pattern: new RegExp(
      `(?<!\\d[.-]?)(?:(?:\\+|00)?86${gap})?(?<![\\u00A5\\uFFE5$] ?)1[3-9](?:${mobileGroups})${ended}${noQuantity}`,
      'g',
    ),
  },
  {
    kind: 'landline',
    pattern: new RegExp(
      `${alone}(?:0${area}|\\(0${area}\\)|(?:\\+|00)86${gap}(?:0?${area}|\\(0?${area}\\)))${gap}[2-8]\\d{2,3}[ -]?\\d{4}${ended}${noQuantity}`,
      'g',
    ),
  },
  {
    kind: 'account',
    pattern: new RegExp(`${alone}\\d{16,19}${ended}${noQuantity}`, 'g'),
    // Codes of files and orders begin with a day.
    holds: (digits) => !isCreditCode(digits) && !isCalendarDay(digits.slice(0, 8)),
  },
  {
    kind: 'account',
    // In groups of four only as bank cards begin (ISO/IEC 7812; 62: UnionPay), because years stand in rows as well.
    pattern: new RegExp(`${alone}(?:6\\d|[45]\\d|3[57])\\d{2}(?:[ -]\\d{4}){3}(?:[ -]?\\d{1,3})?${ended}`, 'g'),
    holds: (digits) => digits.startsWith('62') || isLuhnValid(digits),
  },
];

/** The check digit of bank cards (ISO/IEC 7812). */
function isLuhnValid(digits: string): boolean {
  const sum = [...digits].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 1 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}

const unseen = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/;
const dash = /[\p{Dash_Punctuation}\u2212]/u;
const blank = /[\t\p{Space_Separator}]/u;

/** A character as the patterns know it: full-width signs, dashes and blanks as those of ASCII. */
function plainSign(char: string): string {
  if (char >= '\uFF01' && char <= '\uFF5E') return String.fromCharCode(char.charCodeAt(0) - 0xfee0);
  if (dash.test(char)) return '-';
  return blank.test(char) ? ' ' : char;
}

/** The text without invisible characters, in signs that the patterns know, and the place of each in the text. */
function readable(text: string): { signs: string; places: number[] } {
  // By units, not by characters: nothing that the patterns know lies outside the basic plane.
  const places = Array.from({ length: text.length }, (_, place) => place).filter(
    (place) => !unseen.test(text.charAt(place)),
  );
  return { signs: places.map((place) => plainSign(text.charAt(place))).join(''), places };
}

function* matchesOf({ pattern, holds }: Pattern, signs: string): Generator<[start: number, end: number]> {
  const search = new RegExp(pattern);
  for (let match = search.exec(signs); match; match = search.exec(signs)) {
    if (!holds || holds(match[0].replace(/[ -]/g, ''))) yield [match.index, match.index + match[0].length];
    else search.lastIndex = match.index + 1;
  }
}

/**
 * Finds the numbers of persons in a text, in their order: ID numbers (18 digits or X, and 15 digits, that begin with a
 * province and hold a day, GB 11643—1999, whatever the check digit, for a mistyped one is one all the same), mobile
 * numbers, telephone numbers with their area code, accounts of 16 to 19 digits, and e-mail addresses; also in full-width
 * digits and in groups. Amounts, years, codes of firms (统一社会信用代码), receipt and file numbers are none. Reports are
 * published, and 《中华人民共和国个人信息保护法》第二十五条 forbids to publish them without consent.
 */
export function findPersonalNumbers(text: string): PersonalNumber[] {
  const { signs, places } = readable(text);
  const found: [kind: PersonalNumberKind, start: number, end: number][] = [];
  for (const one of patterns) {
    for (const [start, end] of matchesOf(one, signs)) {
      if (found.every((other) => end <= other[1] || start >= other[2])) found.push([one.kind, start, end]);
    }
  }
  return found
    .sort((a, b) => a[1] - b[1])
    .map(([kind, start, end]) => ({ kind, start: places[start] as number, end: (places[end - 1] as number) + 1 }));
}

/** Digits that stay at the beginning and at the end. */
const kept: { [Kind in Exclude<PersonalNumberKind, 'email'>]: (digits: string) => [head: number, tail: number] } = {
  id: () => [3, 4],
  mobile: (digits) => [digits.length - 8, 4],
  landline: (digits) => [digits.length - localLength(digits), 4],
  account: () => [4, 4],
};

/** Digits behind the area code: eight where it is of two digits, else seven, or eight in larger cities. */
function localLength(digits: string): number {
  const inside = digits.replace(/^(?:00)?86/, '').replace(/^0/, '');
  return inside.length - (/^[12]/.test(inside) ? 2 : 3);
}

/**
 * Gives a number with stars in place of what makes it somebody's: 138****1234, as notices on mistakes in public texts ask
 * (永安市政府办 2022 年四季度错情通报); of an ID number the first three and the last four stay, of an account the first and the
 * last four, of a telephone number the area code and the last four, of an address its first sign and its host. Blanks and
 * hyphens stay where they are. The technique is masking in the sense of GB/T 37964—2019.
 */
export function maskPersonalNumber(kind: PersonalNumberKind, value: string): string {
  if (kind === 'email') return value.replace(/^(.)[^@＠]*/u, '$1***');
  const isSign = (char: string) => /[\dXx×]/.test(plainSign(char));
  const digits = [...value].filter(isSign).map(plainSign).join('');
  const [head, tail] = kept[kind](digits);
  let place = 0;
  return [...value]
    .map((char) => {
      if (!isSign(char)) return char;
      place += 1;
      return place <= head || place > digits.length - tail ? char : '*';
    })
    .join('');
}
