import { z } from 'zod';
import { type PublicPart, publicParts } from '@/lib/domain/report/entry';
import { textUpTo } from './entry';
import { reportCommandSchema } from './report';
import { civilDateSchema, reviewReasonLimit } from './review';

/** Most characters in the reason why a personal number stays legible. */
const unmaskReasonLimit = 200;

/** One box a part, each under a name of its own (`chosen.progress`), so that what was ticked survives a refusal. */
const chosenSectionsSchema = z
  .object(Object.fromEntries(publicParts().map((part) => [part, z.boolean().default(false)])))
  .default({})
  .transform((chosen): PublicPart[] => publicParts().filter((part) => chosen[part] === true));

const place = z.number({ error: 'not-valid' }).int().nonnegative();

/** A personal number by its place, with the reason why it stays legible; without one it is masked. */
const numberSchema = z.object({
  section: z.enum(publicParts(), { error: 'not-valid' }),
  start: place,
  end: place,
  reason: textUpTo(unmaskReasonLimit),
});

const taskChoiceSchema = z
  .object({
    taskId: z.uuid({ error: 'not-valid' }),
    chosen: chosenSectionsSchema,
    numbers: z.array(numberSchema).max(500, 'not-valid').default([]),
  })
  .transform(({ taskId, chosen, numbers }) => ({ taskId, sections: chosen, unmasked: numbers }));

/** A report in a list, each with a box: a form of one report sends it ticked. */
const tickedReportSchema = reportCommandSchema.extend({ ticked: z.boolean().default(false) });

const mostReports = 200;

/** The reports that were ticked. */
function tickedOf<Report extends { ticked: boolean }>(reports: readonly Report[]): Report[] {
  return reports.filter(({ ticked }) => ticked);
}

export const proposePublicationsSchema = z
  .object({
    reports: z
      .array(
        tickedReportSchema.extend({
          reason: textUpTo(reviewReasonLimit),
          tasks: z.array(taskChoiceSchema).max(500, 'not-valid').default([]),
        }),
      )
      .max(mostReports, 'not-valid')
      .default([]),
  })
  .transform(({ reports }) => tickedOf(reports));

/** The second account's decision on the ticked proposals: one check, or one reason, for all of them. */
export const decidePublicationsSchema = z
  .object({
    reports: z.array(tickedReportSchema).max(mostReports, 'not-valid').default([]),
    intent: z.enum(['confirm', 'decline'], { error: 'not-valid' }),
    secrecyReviewedOn: civilDateSchema.optional(),
    isChecked: z.boolean().default(false),
    reason: textUpTo(reviewReasonLimit),
  })
  .transform(({ reports, intent, secrecyReviewedOn, isChecked, reason }, context) => {
    const chosen = tickedOf(reports);
    const missing = (field: string) => context.addIssue({ code: 'custom', message: 'required', path: [field] });
    if (intent === 'decline') return { intent, reports: chosen, reason };
    if (!isChecked) missing('isChecked');
    if (secrecyReviewedOn) return { intent, reports: chosen, secrecyReviewedOn };
    missing('secrecyReviewedOn');
    return z.NEVER;
  });

export const takeBackPublicationSchema = reportCommandSchema;

/** Neither the version on the screen nor a reason holds a withdrawal up. */
export const withdrawPublicationSchema = z.object({
  reportId: reportCommandSchema.shape.reportId,
  reason: textUpTo(reviewReasonLimit),
});

export const explainWithdrawalSchema = withdrawPublicationSchema;
