import { z } from 'zod';
import { reportCommandSchema, requiredTextUpTo } from './report';
import { civilDateSchema, reviewReasonLimit } from './review';

export const extensionDecisions = ['grant', 'refuse'] as const;

/** More time that nobody asked for. */
export const grantExtensionSchema = reportCommandSchema.extend({
  grantedOn: civilDateSchema,
  reason: requiredTextUpTo(reviewReasonLimit),
});

/** A last day as proposed or another one, or none, which refuses the request. */
export const extensionDecisionSchema = reportCommandSchema
  .extend({
    decision: z.enum(extensionDecisions, { error: 'required' }),
    grantedOn: civilDateSchema.optional(),
    note: requiredTextUpTo(reviewReasonLimit),
  })
  .transform(({ decision, grantedOn, ...given }, context) => {
    if (decision === 'refuse') return { ...given, grantedOn: null };
    if (grantedOn) return { ...given, grantedOn };
    context.addIssue({ code: 'custom', message: 'required', path: ['grantedOn'] });
    return z.NEVER;
  });
