import 'server-only';

const fullWidth: Record<string, string> = { '(': '（', ')': '）', ':': '：', ',': '，', ';': '；', '|': '' };

/**
 * The text in one form, however it was copied: half-width digits, full-width punctuation, no blanks, no line breaks, no
 * invisible signs, and one word for each day of the week.
 */
export function inOneForm(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/&(nbsp|ensp|emsp);|<[^<>]{0,200}>/gi, '')
    .replace(/[\s\p{Cf}\p{Cc}]/gu, '')
    .replace(/[():,;|]/g, (sign) => fullWidth[sign] ?? sign)
    .replace(/[［【〖[](?=\d{4}[〕］】〗\]])/g, '〔')
    .replace(/(〔\d{4})[］】〗\]]/g, '$1〕')
    .replace(/[。.](?=[）。])/g, '')
    .replace(/(?:星期|礼拜)/g, '周')
    .replace(/周天/g, '周日');
}

/** The parts between signs that do not lie within brackets. */
export function partsOf(text: string, signs: string): string[] {
  const parts = [''];
  let depth = 0;
  for (const sign of text) {
    if (sign === '（') depth += 1;
    if (sign === '）') depth = Math.max(0, depth - 1);
    if (depth === 0 && signs.includes(sign)) parts.push('');
    else parts[parts.length - 1] += sign;
  }
  return parts.filter((part) => part !== '');
}
