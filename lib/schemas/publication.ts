import { z } from 'zod';
import { type Section, sections } from '@/lib/domain/report/completeness';
import { reportCommandSchema, requiredTextUpTo } from './report';
import { civilDateSchema, reviewReasonLimit } from './review';

export const secrecyReviewerLimit = 50;

/** One box a section, each under a name of its own (`chosen.progress`), so that what was ticked survives a refusal. */
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
