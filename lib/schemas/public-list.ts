import { z } from 'zod';

/** The address of a public list; an invalid page is the first one. */
export const publicListSchema = z.object({ page: z.coerce.number().int().min(1).max(99_999).catch(1) });

/** Says whether a text can be the code of a plan, a task or an agency, before the database is asked for it. */
export const isCode = (text: string): boolean => /^[A-Za-z0-9][A-Za-z0-9_.-]{0,31}$/.test(text);
