/** As a receipt carries it: 2020Q1-04-1-ABCDEFGHJK: quarter, agency, version, and what nobody can guess. */
const pattern = /^\d{4}Q[1-4]-[0-9A-Z]{1,20}-[1-9]\d{0,4}-[2-9A-HJ-NP-Z]{10,20}$/;

const dashes = /[\p{Dash_Punctuation}\u2212\u30fc_]/gu;

/**
 * Reads a receipt's number as people type it (small letters, full-width ones, spaces, other dashes) and gives it as it
 * is printed; null for what cannot be one, so that nothing has to be looked up for it.
 */
export function parseReceiptNumber(typed: string): string | null {
  const number = typed.normalize('NFKC').replace(/\s/g, '').replace(dashes, '-').toUpperCase();
  return pattern.test(number) ? number : null;
}
