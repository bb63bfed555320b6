'use server';
import { refresh } from 'next/cache';
import { accepted, type Result } from '@/lib/domain/refusal';
import { routes } from '@/lib/routes';
import type { FormState } from '@/lib/schemas/form-state';
import { reopenReportSchema, returnReportSchema, reviewCommandSchema } from '@/lib/schemas/review';
import { comeBackTo, formAction } from '@/lib/server/forms/action';
import { acceptReport, beginReview, reopenReport, returnReport } from './mutations';

type Read = { reportId: string; list?: string };

/** Redirects back to the report's page, which shows the decision and keeps the list from which it was opened. */
function backTo(done: string) {
  return ({ reportId, list }: Read): never =>
    comeBackTo(`${routes.reportReview(reportId)}?done=${done}${list ? `&${list}` : ''}`);
}

function about<Value>({ reportId, list }: Read, result: Result<Value>): Result<Read> {
  return result.ok ? accepted({ reportId, list }) : result;
}

const beginReviewForm = formAction(
  reviewCommandSchema,
  async ({ reportId, version }, context) => beginReview(reportId, { ...context, version }),
  () => {
    refresh();
    return { status: 'done' };
  },
);

/** Begins the review, after which the agency cannot withdraw. */
export async function beginReviewAction(previous: FormState, formData: FormData): Promise<FormState> {
  return beginReviewForm(previous, formData);
}

const acceptReportForm = formAction(
  reviewCommandSchema,
  async ({ version, ...read }, context) => about(read, await acceptReport(read.reportId, { ...context, version })),
  backTo('accept'),
);

export async function acceptReportAction(previous: FormState, formData: FormData): Promise<FormState> {
  return acceptReportForm(previous, formData);
}

const returnReportForm = formAction(
  returnReportSchema,
  async ({ reportId, version, list, ...given }, context) => {
    return about({ reportId, list }, await returnReport(reportId, given, { ...context, version }));
  },
  backTo('return'),
);

/** Returns a report with its reasons, task by task, and the last day for the next version. */
export async function returnReportAction(previous: FormState, formData: FormData): Promise<FormState> {
  return returnReportForm(previous, formData);
}

const reopenReportForm = formAction(
  reopenReportSchema,
  async ({ version, reason, ...read }, context) =>
    about(read, await reopenReport(read.reportId, reason, { ...context, version })),
  backTo('reopen'),
);

/** Reopens an accepted report. */
export async function reopenReportAction(previous: FormState, formData: FormData): Promise<FormState> {
  return reopenReportForm(previous, formData);
}
