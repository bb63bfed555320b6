import 'server-only';

/** A tag without the prefix of its namespace, with its attributes as they are read. */
export type Tag = { name: string; attributes: Readonly<Record<string, string>> };

const attribute = /([\w.:-]+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/g;
const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<\/[\w.:-]+\s*>|<([\w.:-]+)((?:\s+[\w.:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>|[^<]+/y;

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function characterOf(reference: string, name: string): string {
  if (!name.startsWith('#')) return named[name] ?? reference;
  const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code <= 0x10_ffff ? String.fromCodePoint(code) : reference;
}

const read = (value: string) => value.replace(/&(#x[\da-f]+|#\d+|[a-z]+);/gi, characterOf);
const local = (name: string) => name.slice(name.indexOf(':') + 1);

/** The text of a part, which is UTF-8 or UTF-16 (ISO/IEC 29500-2); null in another encoding. */
function textOf(bytes: Buffer): string | null {
  const isWide = bytes[0] === 0xff || bytes[1] === 0;
  const isWideReversed = bytes[0] === 0xfe || bytes[0] === 0;
  const encoding = isWide ? 'utf-16le' : isWideReversed ? 'utf-16be' : 'utf-8';
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const declared = /^\s*<\?xml[^>]*\bencoding\s*=\s*["']([^"']*)/.exec(text)?.[1] ?? encoding;
    return /^(utf-?8|utf-?16(le|be)?|us-ascii)$/i.test(declared) ? text : null;
  } catch {
    return null;
  }
}

/**
 * Gives the tags of a small XML part; null for one that is malformed, in another encoding, or that declares a document
 * type. Nothing is expanded but references to characters, because the parts of a package have no entities of their own.
 */
export function tagsOf(bytes: Buffer): Tag[] | null {
  const text = textOf(bytes);
  if (text === null) return null;
  const tags: Tag[] = [];
  let at = 0;
  while (at < text.length) {
    token.lastIndex = at;
    const found = token.exec(text);
    if (!found) return null;
    at = token.lastIndex;
    const [, name, given = ''] = found;
    if (name === undefined) continue;
    const pairs = [...given.matchAll(attribute)].map(([, key = '', one, other]) => [
      local(key),
      read(one ?? other ?? ''),
    ]);
    tags.push({ name: local(name), attributes: Object.fromEntries(pairs) });
  }
  return tags;
}
