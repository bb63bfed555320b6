'use server';
import type { Route } from 'next';
import { refresh, revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { accepted, type Refusal, refused } from '@/lib/domain/refusal';
import { changesOfEntry } from '@/lib/domain/report/field-save';
import { routes } from '@/lib/routes';
import type { FormState } from '@/lib/schemas/form-state';
import { filingSchema, reportCommandSchema, saveReportSchema, sendBackSchema } from '@/lib/schemas/report';
import { formAction } from '@/lib/server/forms/action';
import { fileReport, requestSignOff, saveReport, sendBack, startReport, withdrawReport } from './mutations';

/** Refusals after which the page is outdated, because somebody else has changed the report or time has passed. */
const overtaken: readonly Refusal['code'][] = [
  'stale',
  'fields-stale',
  'wrong-status',
  'incomplete',
  'deadline-passed',
  'review-begun',
];

function refreshIfOvertaken(state: FormState): FormState {
  if (state.status === 'refused' && overtaken.includes(state.refusal.code)) refresh();
  return state;
}

/** Redirects and clears the browser's page cache, so that going back shows the stored state. */
function goOn(reportId: string, to: Route): never {
  revalidatePath(routes.report(reportId));
  redirect(to);
}

const startReportForm = formAction(
  reportCommandSchema,
  async ({ reportId, version }, context) => {
    const result = await startReport(reportId, { ...context, version });
    return result.ok ? accepted(reportId) : result;
  },
  (reportId) => goOn(reportId, routes.report(reportId)),
);

/** Starts a report and opens its editor. */
export async function startReportAction(previous: FormState, formData: FormData): Promise<FormState> {
  return refreshIfOvertaken(await startReportForm(previous, formData));
}

const saveReportForm = formAction(
  saveReportSchema,
  async ({ reportId, entries, intent }, context) => {
    const changes = entries.flatMap(({ versions, ...entry }) => changesOfEntry(entry, versions));
    const result = await saveReport(reportId, changes, context);
    if (!result.ok) return result;
    const { conflicts } = result.value;
    return conflicts.length > 0 ? refused({ code: 'fields-stale', conflicts }) : accepted({ reportId, intent });
  },
  ({ reportId, intent }) => {
    if (intent === 'check') goOn(reportId, routes.reportCheck(reportId));
    refresh();
    return { status: 'done' };
  },
);

/** Saves the whole report as a draft, before scripts run; redirects to the check page if that is the intent. */
export async function saveReportAction(previous: FormState, formData: FormData): Promise<FormState> {
  return refreshIfOvertaken(await saveReportForm(previous, formData));
}

const requestSignOffForm = formAction(
  filingSchema,
  async ({ reportId, ...seen }, context) => {
    const result = await requestSignOff(reportId, { ...context, ...seen });
    return result.ok ? accepted(reportId) : result;
  },
  (reportId) => goOn(reportId, routes.report(reportId)),
);

/** Submits a complete report to the agency's approver. */
export async function requestSignOffAction(previous: FormState, formData: FormData): Promise<FormState> {
  return refreshIfOvertaken(await requestSignOffForm(previous, formData));
}

const sendBackForm = formAction(
  sendBackSchema,
  async ({ reportId, version, reason }, context) => {
    const result = await sendBack(reportId, reason, { ...context, version });
    return result.ok ? accepted(reportId) : result;
  },
  (reportId) => goOn(reportId, routes.filing()),
);

/** Sends a report back to the reporter with the approver's reason. */
export async function sendBackAction(previous: FormState, formData: FormData): Promise<FormState> {
  return refreshIfOvertaken(await sendBackForm(previous, formData));
}

const fileReportForm = formAction(
  filingSchema,
  async ({ reportId, ...seen }, context) => {
    const result = await fileReport(reportId, { ...context, ...seen });
    return result.ok ? accepted({ reportId, version: result.value.version }) : result;
  },
  ({ reportId, version }) => goOn(reportId, routes.receipt(reportId, version)),
);

/** Files a report and shows the receipt. */
export async function fileReportAction(previous: FormState, formData: FormData): Promise<FormState> {
  return refreshIfOvertaken(await fileReportForm(previous, formData));
}

const withdrawReportForm = formAction(
  reportCommandSchema,
  async ({ reportId, version }, context) => {
    const result = await withdrawReport(reportId, { ...context, version });
    return result.ok ? accepted(reportId) : result;
  },
  (reportId) => goOn(reportId, routes.report(reportId)),
);

/** Withdraws a filed report, which can then be edited again. */
export async function withdrawReportAction(previous: FormState, formData: FormData): Promise<FormState> {
  return refreshIfOvertaken(await withdrawReportForm(previous, formData));
}
