import { z } from 'zod';

// The database takes no NUL in a text.
const printable = /^\P{Cc}*$/u;

/** A text in an address: one that does not fit is left out, so that an old link still opens its page. */
export const addressText = (most: number) => z.string().trim().max(most).regex(printable).optional().catch(undefined);
