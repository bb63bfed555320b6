import 'server-only';

/** What a notice must have at a line; the sentence for people stands in the catalog. */
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

/** Where a notice departs from its form: the line (counted from 1), what was expected there, and what stands there. */
export type NoticeProblem = { line: number; expected: NoticeExpectation; found: string };

export type Line = { number: number; text: string };

/** Notes a problem at a line; `found` is the whole line unless a part of it is given. */
export type Report = (line: Line, expected: NoticeExpectation, found?: string) => void;

/** Splits a notice into lines without the traces of Word and Windows: byte order marks, zero-width and odd spaces. */
export function linesOf(text: string): Line[] {
  return text
    .replaceAll(/[\u200B\uFEFF]/g, '')
    .split(/\r\n|\r|\n/)
    .map((line, index) => ({ number: index + 1, text: line.replaceAll('\t', ' ').trim() }));
}

/** Whether a line holds only what a database stores and a page shows: no control characters, nothing wrongly decoded. */
export function isReadable({ text }: Line): boolean {
  return !/[\p{Cc}\p{Cs}\uFFFD]/u.test(text);
}

/** A text for comparing: full-width letters, digits and colons made plain, all spaces dropped. */
export function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}

/** Whether a text fits a column of so many characters, as PostgreSQL counts them. */
export function fits(text: string, characters: number): boolean {
  return [...text].length <= characters;
}
