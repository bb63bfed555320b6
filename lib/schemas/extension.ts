import { z } from 'zod';
import { parseCivilDate } from '@/lib/domain/civil-date';
import { reportCommandSchema, requiredTextUpTo } from './report';

/** Characters of the reason for an extension: the column of Extension has the same bound. */
export const extensionReasonLimit = 1000;

export const requestExtensionSchema = reportCommandSchema.extend({
  reason: requiredTextUpTo(extensionReasonLimit),
  proposedOn: z.string({ error: 'required' }).transform((text, context) => {
    const date = parseCivilDate(text);
    if (date) return date;
    context.addIssue({ code: 'custom', message: 'not-a-date' });
    return z.NEVER;
  }),
});
