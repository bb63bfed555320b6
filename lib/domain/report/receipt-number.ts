/** A printed receipt number, such as 2020Q1-04-1-ABCDEFGHJK: period, agency, version, and a random part. */
const pattern = /^\d{4}(Q[1-4]|H[12]|M\d{2})?-[0-9A-Z]{1,32}-[1-9]\d{0,4}-[2-9A-HJ-NP-Z]{10,20}$/;

const dashes = /[\p{Dash_Punctuation}\u2212\u30fc_]/gu;

/**
 * Reads a receipt number as people type it (lower case, full-width characters, spaces, other dashes) and gives it as
 * printed; null for a text that cannot be one, which saves a look-up.
 */
export function parseReceiptNumber(typed: string): string | null {
  const number = typed.normalize('NFKC').replace(/\s/g, '').replace(dashes, '-').toUpperCase();
  return pattern.test(number) ? number : null;
}
