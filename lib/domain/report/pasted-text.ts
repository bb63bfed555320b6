/** Bullets that Word and WPS put before list items, from their symbol fonts, in the private use area and elsewhere. */
const bullets =
  /^[\s\u00AD\u200B-\u200F\u2060]*[\u00B7\u2022\u25A0\u25AA\u25CF\u25C6\u2666\uF06C\uF06E\uF075\uF09F\uF0A7\uF0B7\uF0D8\uF0FC]\s*/u;

/**
 * Characters without meaning in plain text: joiners, soft hyphens, direction marks, private use characters, objects.
 */
const invisible = /[\u00AD\u200B-\u200F\u202A-\u202E\u2060\uFEFF\uFFFC\uE000-\uF8FF]/gu;

/**
 * Gives text copied from Word, WPS or a web page as clean text: one line per paragraph, no repeated blank lines, table
 * cells separated by a space, bullets as 「· 」, no invisible characters. Words and their order stay the same.
 */
export function cleanPastedText(text: string): string {
  const lines = text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .split('\n')
    .map((line) =>
      line
        .replace(bullets, '· ')
        .replace(invisible, '')
        .replace(/[\t\u00A0\u2007\u202F]+/gu, ' ')
        .replace(/ {2,}/g, ' ')
        .trim(),
    );
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .replace(/^\n+|\n+$/g, '');
}
