/** The part of an address behind the question mark, as a page gets it. */
export type SearchParams = Record<string, string | string[] | undefined>;

/** Rows of one page of a list. */
export const pageSize = 20;

/** The same where a row is one line, and people go through all of them. */
export const longPageSize = 50;
