'use server';
import type { Route } from 'next';
import { refresh, revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { accepted, type Refusal, refused } from '@/lib/domain/refusal';
import { changesOfEntry } from '@/lib/domain/report/field-save';
import { routes } from '@/lib/routes';
import { filingSchema, reportCommandSchema, saveReportSchema, sendBackSchema } from '@/lib/schemas/report';
import { getFormOfReport } from '@/lib/server/database/stored-form';
import { formAction, reload } from '@/lib/server/forms/action';
import {
  fileReport,
  requestSignOff,
  saveReport,
  sendBack,
  startReport,
  takeBackSignOff,
  withdrawReport,
} from './mutations';

/** Refusals after which the page is outdated, because somebody else has changed the report or time has passed. */
const overtaken: readonly Refusal['code'][] = [
  'stale',
  'fields-stale',
  'wrong-status',
  'incomplete',
  'contradictory',
  'deadline-passed',
  'review-begun',
];

function onRefused({ code }: Refusal): void {
  if (overtaken.includes(code)) refresh();
}

/** Redirects and clears the browser's page cache, so that going back shows the stored state. */
function goOn(reportId: string, to: Route): never {
  revalidatePath(routes.report(reportId));
  redirect(to);
}

/** Goes on to the report's own page. */
const openReport = ({ reportId }: { reportId: string }) => goOn(reportId, routes.report(reportId));

/** Starts a report and opens its editor. */
export const startReportAction = formAction(
  reportCommandSchema,
  ({ reportId, version }, context) => startReport(reportId, { ...context, version }),
  { done: openReport, onRefused },
);

/** Saves the whole report as a draft, before scripts run; redirects to the check page if that is the intent. */
export const saveReportAction = formAction(
  async (formData) => saveReportSchema(await getFormOfReport(formData.get('reportId'))),
  async ({ reportId, entries }, context) => {
    const changes = entries.flatMap((entry) => changesOfEntry(entry));
    const result = await saveReport(reportId, changes, context);
    if (!result.ok) return result;
    const { conflicts } = result.value;
    return conflicts.length > 0 ? refused({ code: 'fields-stale', conflicts }) : accepted(undefined);
  },
  {
    done: ({ reportId, intent }) => (intent === 'check' ? goOn(reportId, routes.reportCheck(reportId)) : reload()),
    onRefused,
  },
);

/** Submits a complete report to the agency's approver. */
export const requestSignOffAction = formAction(
  filingSchema,
  ({ reportId, ...seen }, context) => requestSignOff(reportId, { ...context, ...seen }),
  { done: openReport, onRefused },
);

/** Takes a report back from the approver, and opens its editor. */
export const takeBackSignOffAction = formAction(
  reportCommandSchema,
  ({ reportId, version }, context) => takeBackSignOff(reportId, { ...context, version }),
  { done: openReport, onRefused },
);

/** Sends a report back to the reporter with the approver's reason, and returns to the approver's desk. */
export const sendBackAction = formAction(
  sendBackSchema,
  ({ reportId, version, reason }, context) => sendBack(reportId, reason, { ...context, version }),
  { done: ({ reportId }) => goOn(reportId, routes.filingAfter('send-back')), onRefused },
);

/** Files a report and shows the receipt. */
export const fileReportAction = formAction(
  filingSchema,
  ({ reportId, ...seen }, context) => fileReport(reportId, { ...context, ...seen }),
  { done: ({ reportId }, filed) => goOn(reportId, routes.receipt(reportId, filed.version)), onRefused },
);

/** Withdraws a filed report, which can then be edited again. */
export const withdrawReportAction = formAction(
  reportCommandSchema,
  ({ reportId, version }, context) => withdrawReport(reportId, { ...context, version }),
  { done: openReport, onRefused },
);
