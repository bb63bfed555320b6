import 'server-only';

/** How wide a text stands, in halves of a character as wide as it is high: figures and Latin letters are half of it. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) < 0x2e80 ? 1 : 2;
  return width;
}
