import { z } from 'zod';
import { parseCivilDate } from '@/lib/domain/calendar/civil-date';
import { requiredTextUpTo } from './entry';
import { reportCommandSchema } from './report';
import { extensionReasonLimit } from './text-bounds';

export const requestExtensionSchema = reportCommandSchema.extend({
  reason: requiredTextUpTo(extensionReasonLimit),
  proposedOn: z.string({ error: 'required' }).transform((text, context) => {
    const date = parseCivilDate(text);
    if (date) return date;
    context.addIssue({ code: 'custom', message: 'not-a-date' });
    return z.NEVER;
  }),
});
