import 'server-only';

export type DecodedText = { ok: true; text: string } | { ok: false; code: 'encoding-unknown' | 'encoding-mixed-up' };

/** Words without which no plan is written; found in a text, its encoding was understood. */
const usualWords = /序号|任务|单位|部门|项目|牵头|责任|时限|内容|通知|工作/;

function decodedAs(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

let gbkBytes: Map<string, readonly [number, number]> | undefined;

/** The two bytes of every character of GBK, from the decoder itself. */
function bytesOfGbk(): Map<string, readonly [number, number]> {
  if (gbkBytes) return gbkBytes;
  gbkBytes = new Map();
  const decoder = new TextDecoder('gb18030');
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1)
      if (second !== 0x7f) gbkBytes.set(decoder.decode(Uint8Array.of(first, second)), [first, second]);
  return gbkBytes;
}

/** Undoes the reading of UTF-8 as GBK, as far as it can be undone. */
function readAsGbk(text: string): string {
  const known = bytesOfGbk();
  const bytes = [...text].flatMap((character) => {
    const code = character.codePointAt(0) ?? 0;
    return code < 0x80 ? [code] : [...(known.get(character) ?? [])];
  });
  return new TextDecoder('utf-8').decode(Uint8Array.from(bytes));
}

/** Says whether a text has none but the characters of windows-1252, some of which lie outside Latin-1. */
const isWestern = (text: string) => /^[\p{ASCII}\u0080-\u00ff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]*$/u.test(text);

/** Undoes the reading of a Chinese encoding as the one of western Europe. */
function readAsLatin(text: string): string[] {
  if (!isWestern(text)) return [];
  const bytes = Uint8Array.from([...text].map((character) => character.charCodeAt(0) & 0xff));
  return ['utf-8', 'gb18030'].map((encoding) => new TextDecoder(encoding).decode(bytes));
}

/**
 * Says whether a text was decoded by a wrong encoding before it was saved: characters are lost, or it reads as Chinese
 * only when that is undone. Its beginning is enough.
 */
function isMixedUp(text: string): boolean {
  const beginning = text.slice(0, 2_000);
  if (/\uFFFD|锟斤拷|烫烫烫/.test(beginning)) return true;
  if (usualWords.test(beginning)) return false;
  return [readAsGbk(beginning), ...readAsLatin(beginning)].some((undone) => usualWords.test(undone));
}

/** Reads the bytes of a text in UTF-8, UTF-16 with its mark, or GB18030 (GBK, GB 2312). */
export function decodeText(bytes: Uint8Array): DecodedText {
  const isWide = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isWideBig = bytes[0] === 0xfe && bytes[1] === 0xff;
  const text = isWide
    ? decodedAs('utf-16le', bytes)
    : isWideBig
      ? decodedAs('utf-16be', bytes)
      : (decodedAs('utf-8', bytes) ?? decodedAs('gb18030', bytes));
  if (text === null || /(?![\t\n\r\f\v])\p{Cc}/u.test(text)) return { ok: false, code: 'encoding-unknown' };
  return isMixedUp(text) ? { ok: false, code: 'encoding-mixed-up' } : { ok: true, text };
}
