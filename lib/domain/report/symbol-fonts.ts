/** Signs of Wingdings that Word and WPS set before items, by their place in the font. */
const wingdings: { [place: number]: string } = {
  108: '\u25CF',
  109: '\u25CB',
  110: '\u25A0',
  111: '\u25A1',
  113: '\u2751',
  116: '\u25C6',
  117: '\u25C6',
  118: '\u2756',
  158: '\u00B7',
  159: '\u2022',
  167: '\u25AA',
  168: '\u25FB',
  216: '\u27A2',
  232: '\u2794',
  251: '\u2717',
  252: '\u2713',
  253: '\u2612',
  254: '\u2611',
};

/** The place of its bullet in the font Symbol; in Wingdings it is a clock, which nobody sets before an item. */
const symbolBullet = 183;

const ofPlace = (place: number) => (place === symbolBullet ? '\u2022' : wingdings[place]);

/**
 * Gives the sign that a symbol font shows for a character, or the character itself. Word keeps such signs as letters in the
 * font Wingdings, or as private use characters from U+F000 that say the same without a font.
 */
export function signOfSymbolFont(char: string): string {
  const code = char.charCodeAt(0);
  return ofPlace(code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code) ?? char;
}

/** Private use characters of symbol fonts. */
const ofSymbolFonts = /[\uF000-\uF0FF]/g;

/** Gives a text with the signs that were meant in place of the private use characters of symbol fonts that are known. */
export const withMeantSigns = (text: string): string => text.replace(ofSymbolFonts, signOfSymbolFont);
