import { z } from 'zod';
import { textUpTo } from './entry';
import { tickedKeysSchema } from './entry-form';
import { reportCommandSchema } from './report';
import { civilDateSchema, reviewReasonLimit } from './review';

/** Most characters in the reason why a personal number stays legible. */
const unmaskReasonLimit = 200;

const taskChoiceSchema = z
  .object({ taskId: z.uuid({ error: 'not-valid' }), chosen: tickedKeysSchema })
  .transform(({ taskId, chosen }) => ({ taskId, sections: chosen }));

/** A report in a list, each with a box: a form of one report sends it ticked. */
const tickedReportSchema = reportCommandSchema.extend({ ticked: z.boolean().default(false) });

const mostReports = 200;

/** The reports that were ticked. */
function tickedOf<Report extends { ticked: boolean }>(reports: readonly Report[]): Report[] {
  return reports.filter(({ ticked }) => ticked);
}

/** The place of the number that a key names. */
function placeOf(key: string) {
  const [reportId, version, taskId, section, start, end] = key.split('_');
  return {
    of: `${reportId} ${version} ${taskId}`,
    section: section ?? '',
    start: Number(start),
    end: Number(end),
  };
}

export const proposePublicationsSchema = z
  .object({
    reports: z
      .array(tickedReportSchema.extend({ tasks: z.array(taskChoiceSchema).max(500, 'not-valid').default([]) }))
      .max(mostReports, 'not-valid')
      .default([]),
    /** The reasons of corrections, by the ids of their reports. */
    reason: z.record(z.string(), textUpTo(reviewReasonLimit)).default({}),
    /** The reasons why numbers stay legible, by their keys; without one a number is masked. */
    unmasked: z.record(z.string(), textUpTo(unmaskReasonLimit)).default({}),
  })
  .transform(({ reports, reason, unmasked }) => {
    const places = Object.entries(unmasked).map(([key, why]) => ({ ...placeOf(key), reason: why }));
    return tickedOf(reports).map(({ reportId, version, tasks }) => ({
      reportId,
      version,
      reason: reason[reportId] ?? '',
      tasks: tasks.map(({ taskId, sections }) => ({
        taskId,
        sections,
        unmasked: places.filter(({ of }) => of === `${reportId} ${version} ${taskId}`),
      })),
    }));
  });

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

/**
 * A publication is withdrawn, or its withdrawal explained afterwards: neither the version on the screen nor a reason holds
 * a withdrawal up.
 */
export const publicationWithdrawalSchema = z.object({
  reportId: reportCommandSchema.shape.reportId,
  reason: textUpTo(reviewReasonLimit),
});
