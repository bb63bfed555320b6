import { z } from 'zod';
import { requiredTextUpTo, textUpTo } from './entry';
import { reportCommandSchema } from './report';
import { civilDateSchema, reviewReasonLimit } from './review';

export const extensionDecisions = ['grant', 'refuse'] as const;

/** An unrequested extension. */
export const grantExtensionSchema = reportCommandSchema.extend({
  grantedOn: civilDateSchema,
  reason: requiredTextUpTo(reviewReasonLimit),
});

/** The requested last day or another one grants the request; without one it is refused. */
export const extensionDecisionSchema = reportCommandSchema
  .extend({
    decision: z.enum(extensionDecisions, { error: 'required' }),
    grantedOn: civilDateSchema.optional(),
    /** The law asks for it where something else than what was requested is granted. */
    note: textUpTo(reviewReasonLimit).transform((text) => text.trim()),
  })
  .transform(({ decision, grantedOn, ...given }, context) => {
    if (decision === 'refuse') return { ...given, grantedOn: null };
    if (grantedOn) return { ...given, grantedOn };
    context.addIssue({ code: 'custom', message: 'required', path: ['grantedOn'] });
    return z.NEVER;
  });
