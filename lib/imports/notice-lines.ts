import 'server-only';

/** The content that a notice must have at a line; the message catalogue has the sentence for each. */
export type NoticeExpectation =
  | 'readable-text'
  | 'title-of-issuer-and-notice'
  | 'title-within-200-characters'
  | 'issuer-within-100-characters'
  | 'issue-date'
  | 'only-one-issue-date'
  | 'issue-date-of-the-calendar'
  | 'contact-line'
  | 'contact-office-and-person'
  | 'contact-office-within-100-characters'
  | 'notice-text-within-20000-characters'
  | 'annex-marker'
  | 'annex-heading-as-announced'
  | 'annex-header'
  | 'annex-row'
  | 'row-of-three-closed-cells'
  | 'first-row-names-agency'
  | 'next-agency-number'
  | 'agency-name'
  | 'agency-name-within-100-characters'
  | 'agency-listed-once'
  | 'task-text'
  | 'task-text-within-2000-characters';

/** A deviation of a notice from its form: the line (counted from 1), the expected content, and the text found. */
export type NoticeProblem = { line: number; expected: NoticeExpectation; found: string };

export type Line = { number: number; text: string };

/** Reports a problem at a line; `found` is the whole line unless a part of it is given. */
export type Report = (line: Line, expected: NoticeExpectation, found?: string) => void;

/**
 * Splits a notice into lines without artefacts of Word and Windows: byte order marks, zero-width and unusual spaces.
 */
export function linesOf(text: string): Line[] {
  return text
    .replaceAll(/[\u200B\uFEFF]/g, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line.replaceAll('\t', ' ').trim() }));
}

/**
 * Says whether a line holds only characters that can be stored and shown: no control characters, no decoding errors.
 */
export function isReadable({ text }: Line): boolean {
  return !/[\p{Cc}\p{Cs}\uFFFD]/u.test(text);
}

/** Normalises a text for comparison: full-width letters, digits and colons become plain, all spaces are removed. */
export function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

/** Says whether a text fits a column of a number of characters, as PostgreSQL counts them. */
export function fits(text: string, characters: number): boolean {
  return [...text].length <= characters;
}
