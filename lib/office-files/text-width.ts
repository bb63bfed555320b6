import 'server-only';

/** From here on characters are as wide as they are high. */
export const firstWide = 0x2e80;

/** How wide a code unit stands, in halves of a wide character; the second of a pair adds nothing to the first. */
export function widthOfUnit(unit: number): number {
  if (unit >= 0xdc00 && unit <= 0xdfff) return 0;
  return unit < firstWide ? 1 : 2;
}

/** How wide a text stands, in halves of a character as wide as it is high: figures and Latin letters are half of it. */
export function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) width += widthOfUnit(text.charCodeAt(index));
  return width;
}
