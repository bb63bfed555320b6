import { z } from 'zod';
import { reportCommandSchema, requiredTextUpTo } from './report';
import { civilDateSchema, reviewReasonLimit } from './review';

const common = reportCommandSchema.extend({ note: requiredTextUpTo(reviewReasonLimit) });

/** A last day as proposed or another one, or none, which refuses the request. */
export const extensionDecisionSchema = z.discriminatedUnion(
  'decision',
  [
    common.extend({ decision: z.literal('grant'), grantedOn: civilDateSchema }),
    common.extend({ decision: z.literal('refuse'), grantedOn: z.unknown().transform(() => null) }),
  ],
  { error: 'required' },
);
