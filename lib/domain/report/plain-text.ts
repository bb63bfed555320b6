import { withMeantIdeographs } from './radicals';
import { withMeantSigns } from './symbol-fonts';
import { withoutTabs } from './tabbed-text';

const lineEnds = /\r\n?|[\v\f\u0085\u2028\u2029]/g;

/**
 * Characters that nobody sees and nobody means: controls but tab and line feed, soft hyphen, zero-width blank, word joiner,
 * byte order mark, and the marks that turn the direction of what follows them.
 */
const unseen = /(?![\t\n])\p{Cc}|[\u00AD\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF]/gu;

/** Joiners shape emoji, and letters of scripts such as Arabic and Mongolian; between other characters they do nothing. */
const shaped =
  '(?:[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\p{M}]|(?![\\p{Script=Han}\\p{Script=Latin}\\p{Script=Hiragana}\\p{Script=Katakana}])\\p{L})';
const idleJoiner = new RegExp(`(?<!${shaped})[\\u200C\\u200D]|[\\u200C\\u200D](?!${shaped})`, 'gu');

const firmBlanks = /[\u00A0\u2007\u202F]/g;

/**
 * The one rule for texts, typed or pasted, in a browser or by a program: lines end with LF; unseen characters go; blanks
 * that do not break become plain; the cells of a table become a row (see `tableRow`); bullets of symbol fonts and
 * look-alike ideographs become what was meant. No other character goes or changes. Done twice it changes nothing more.
 */
export function plainText(text: string): string {
  const seen = text.replace(lineEnds, '\n').replace(unseen, '').replace(idleJoiner, '').replace(firmBlanks, ' ');
  return withoutTabs(withMeantIdeographs(withMeantSigns(seen)));
}

/** Characters for which no font of others has a picture: private use, what stood for an object, what was unreadable. */
const unreadable = /[\p{Co}\uFFFC\uFFFD]/gu;

/** Counts the characters of a text that nobody else can read, such as a name's from an old system's own font. */
export function countUnreadable(text: string): number {
  return text.match(unreadable)?.length ?? 0;
}
