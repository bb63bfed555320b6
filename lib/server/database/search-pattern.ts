import 'server-only';

/** A text as it is searched: % and _ stand for themselves in LIKE, ILIKE and the client's `contains`. */
const literal = (search: string) => search.replace(/[\\%_]/g, '\\$&');

/** The pattern of ILIKE for texts that hold what is searched. */
export const patternOf = (search: string) => `%${literal(search)}%`;

/** The same as a condition of the client, whatever the case. */
export const contains = (search: string) => ({ contains: literal(search), mode: 'insensitive' as const });
