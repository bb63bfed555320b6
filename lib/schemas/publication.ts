import { z } from 'zod';
import { type PublicPart, publicParts } from '@/lib/domain/report/entry';
import { requiredTextUpTo } from './entry';
import { reportCommandSchema } from './report';
import { civilDateSchema, reviewReasonLimit } from './review';

const secrecyReviewerLimit = 50;

/** One box a part, each under a name of its own (`chosen.progress`), so that what was ticked survives a refusal. */
const chosenSectionsSchema = z
  .object(Object.fromEntries(publicParts().map((part) => [part, z.boolean().default(false)])))
  .default({})
  .transform((chosen): PublicPart[] => publicParts().filter((part) => chosen[part] === true));

export const publishReportSchema = reportCommandSchema.extend({
  chosen: chosenSectionsSchema,
  secrecyReviewer: requiredTextUpTo(secrecyReviewerLimit),
  secrecyReviewedOn: civilDateSchema,
});

export const withdrawPublicationSchema = reportCommandSchema.extend({ reason: requiredTextUpTo(reviewReasonLimit) });
