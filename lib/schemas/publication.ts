import { z } from 'zod';
import { type Section, sections } from '@/lib/domain/report/completeness';
import { reportCommandSchema, requiredTextUpTo } from './report';
import { civilDateSchema, reviewReasonLimit } from './review';

export const secrecyReviewerLimit = 50;

/** One checkbox per section, each under its own name (`chosen.progress`), so that the ticks survive a refusal. */
const chosenSectionsSchema = z
  .object(Object.fromEntries(sections.map((section) => [section, z.boolean().default(false)])))
  .default({})
  .transform((chosen): Section[] => sections.filter((section) => chosen[section] === true));

export const publishReportSchema = reportCommandSchema.extend({
  chosen: chosenSectionsSchema,
  secrecyReviewer: requiredTextUpTo(secrecyReviewerLimit),
  secrecyReviewedOn: civilDateSchema,
});

export const withdrawPublicationSchema = reportCommandSchema.extend({ reason: requiredTextUpTo(reviewReasonLimit) });
