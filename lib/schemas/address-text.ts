import { z } from 'zod';

// PostgreSQL accepts no NUL in a text.
const printable = /^\P{Cc}*$/u;

/** A text in an address; an invalid one is ignored, so that an old link still opens its page. */
export const addressText = (most: number) => z.string().trim().max(most).regex(printable).optional().catch(undefined);
