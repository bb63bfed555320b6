'use server';
import { routes } from '@/lib/routes';
import { reopenReportSchema, returnReportSchema, reviewCommandSchema } from '@/lib/schemas/review';
import { comeBackTo, formAction, reload } from '@/lib/server/forms/action';
import { acceptReport, beginReview, reopenReport, returnReport } from './mutations';

/** Redirects back to the report's page, which shows the decision and keeps the list from which it was opened. */
function backTo(done: string) {
  return ({ reportId, list }: { reportId: string; list?: string }): never =>
    comeBackTo(`${routes.reportReview(reportId)}?done=${done}${list ? `&${list}` : ''}`);
}

/** Begins the review, after which the agency cannot withdraw. */
export const beginReviewAction = formAction(
  reviewCommandSchema,
  ({ reportId, version }, context) => beginReview(reportId, { ...context, version }),
  { done: reload },
);

/** Accepts a report. */
export const acceptReportAction = formAction(
  reviewCommandSchema,
  ({ reportId, version }, context) => acceptReport(reportId, { ...context, version }),
  { done: backTo('accept') },
);

/** Returns a report with its reasons, task by task, and the last day for the next version. */
export const returnReportAction = formAction(
  returnReportSchema,
  ({ reportId, version, ...given }, context) => returnReport(reportId, given, { ...context, version }),
  { done: backTo('return') },
);

/** Reopens an accepted report. */
export const reopenReportAction = formAction(
  reopenReportSchema,
  ({ reportId, version, reason }, context) => reopenReport(reportId, reason, { ...context, version }),
  { done: backTo('reopen') },
);
