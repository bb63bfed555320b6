import 'server-only';

/** From this code point on, characters are full width. */
export const firstWide = 0x2e80;

/** Gives the width of a code unit in half characters; the second unit of a surrogate pair adds nothing. */
export function widthOfUnit(unit: number): number {
  if (unit >= 0xdc00 && unit <= 0xdfff) return 0;
  return unit < firstWide ? 1 : 2;
}

/** Gives the width of a text in half characters: digits and Latin letters count one, full-width characters two. */
export function widthOf(text: string): number {
  let width = 0;
  for (let index = 0; index < text.length; index += 1) width += widthOfUnit(text.charCodeAt(index));
  return width;
}
