import { z } from 'zod';
import { reportCommandSchema } from './report';

/** One of the account's own messages or, where none is named, all of them. */
export const markReadSchema = z.object({ messageId: z.uuid({ error: 'not-valid' }).optional() });

export const notificationsPageSchema = z.object({ page: z.coerce.number().int().min(1).max(100_000).catch(1) });

/** The report alone; its version does not matter. */
export const reminderSchema = reportCommandSchema.pick({ reportId: true });
