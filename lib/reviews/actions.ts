'use server';
import type { Route } from 'next';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { accepted, type Result } from '@/lib/domain/refusal';
import { routes } from '@/lib/routes';
import type { FormState } from '@/lib/schemas/form-state';
import { reopenReportSchema, returnReportSchema, reviewCommandSchema } from '@/lib/schemas/review';
import { formAction } from '@/lib/server/action';
import { acceptReport, beginReview, reopenReport, returnReport } from './mutations';

/** Gives what was decided back to the page of the report, which says so. */
function backTo(done: string) {
  return (reportId: string): never => redirect(`${routes.reportReview(reportId)}?done=${done}` as Route);
}

function about<Value>(reportId: string, result: Result<Value>): Result<string> {
  return result.ok ? accepted(reportId) : result;
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
  async ({ reportId, version }, context) => about(reportId, await acceptReport(reportId, { ...context, version })),
  backTo('accept'),
);

export async function acceptReportAction(previous: FormState, formData: FormData): Promise<FormState> {
  return acceptReportForm(previous, formData);
}

const returnReportForm = formAction(
  returnReportSchema,
  async ({ reportId, version, ...given }, context) => {
    return about(reportId, await returnReport(reportId, given, { ...context, version }));
  },
  backTo('return'),
);

/** Returns a report with its reasons, task by task, and the last day for the next version. */
export async function returnReportAction(previous: FormState, formData: FormData): Promise<FormState> {
  return returnReportForm(previous, formData);
}

const reopenReportForm = formAction(
  reopenReportSchema,
  async ({ reportId, version, reason }, context) =>
    about(reportId, await reopenReport(reportId, reason, { ...context, version })),
  backTo('reopen'),
);

/** Opens an accepted report again. */
export async function reopenReportAction(previous: FormState, formData: FormData): Promise<FormState> {
  return reopenReportForm(previous, formData);
}
