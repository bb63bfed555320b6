import 'server-only';
import { createHash } from 'node:crypto';
import { getCalendar, listCalendarYears } from '@/lib/calendar/data';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { deadlineOf, noticeDeadlineRule } from '@/lib/domain/deadline/deadline';
import { listPlans } from '@/lib/plans/data';
import { getLeadAgencyPage, getTaskPage, listTasksOfAgencies } from '@/lib/plans/lists/data';
import { listPublishedOfPlan, listWithdrawnOfPlan } from '@/lib/publication/data';
import { isCode } from '@/lib/schemas/public-list';
import { agencyRows, periodRow, planRow, publishedByTask, taskRow } from './open-data-rows';

/** A public JSON document; a long list is divided, and `next` is the page after this one. */
export type OpenDocument = { body: string; etag: string; next?: number };

function documentOf(content: unknown): OpenDocument {
  const body = JSON.stringify(content);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

/** So many rows stand in one document: with four periods each, some megabytes. */
const size = 500;

/** The page after one of a list, if there is one. */
const nextOf = (page: number, total: number) => (page * size < total ? { next: page + 1 } : {});

async function findPlan(code: string) {
  return isCode(code) ? (await listPlans()).find((plan) => plan.code === code) : undefined;
}

/** All plans. */
export async function plansDocument(): Promise<OpenDocument> {
  return documentOf({ plans: (await listPlans()).map(planRow) });
}

/** One plan with its periods, or null. */
export async function planDocument(code: string): Promise<OpenDocument | null> {
  const plan = await findPlan(code);
  return plan ? documentOf({ ...planRow(plan), periods: plan.periods.map(periodRow) }) : null;
}

/** A page of the agencies of a plan with the codes of their tasks, or null. */
export async function agenciesDocument(code: string, page: number): Promise<OpenDocument | null> {
  const plan = await findPlan(code);
  if (!plan) return null;
  const { total, agencies } = await getLeadAgencyPage({ page, size }, code);
  if (page > 1 && total === 0) return null;
  const tasks = await listTasksOfAgencies(
    code,
    agencies.map((agency) => agency.code),
  );
  return { ...documentOf({ plan: code, agencies: agencyRows(agencies, tasks) }), ...nextOf(page, total) };
}

/** A page of the tasks of a plan with the published sections of each, period by period, or null. */
export async function tasksDocument(code: string, page: number): Promise<OpenDocument | null> {
  const plan = await findPlan(code);
  if (!plan) return null;
  const { total, tasks } = await getTaskPage({ page, size }, code);
  if (page > 1 && tasks.length === 0) return null;
  const agencies = tasks.flatMap(({ leads }) => leads.map((lead) => lead.code));
  const [reports, withdrawals] = await Promise.all([
    listPublishedOfPlan(code, agencies),
    listWithdrawnOfPlan(code, agencies),
  ]);
  const published = publishedByTask(reports, withdrawals);
  const rows = tasks.map((task) => taskRow(task, published));
  return { ...documentOf({ plan: code, tasks: rows }), ...nextOf(page, total) };
}

/** The periods of a plan with their frozen deadlines, or null. */
export async function periodsDocument(code: string): Promise<OpenDocument | null> {
  const plan = await findPlan(code);
  return plan ? documentOf({ plan: code, periods: plan.periods.map(periodRow) }) : null;
}

/**
 * The deadline of any period under its plan's rule (the notice's rule where no plan has that period) and the current
 * calendar, with its reasons day by day; null where the calendar does not cover the counted days.
 */
export async function deadlineDocument(periodCode: PeriodCode): Promise<OpenDocument | null> {
  const [calendar, years, plans] = await Promise.all([getCalendar(), listCalendarYears(), listPlans()]);
  const plan = plans.find(({ periods }) => periods.some((period) => period.code === periodCode));
  const { dueOn, closesAt, provisional, reasons } = deadlineOf(
    periodCode,
    plan?.deadlineRule ?? noticeDeadlineRule,
    calendar,
  );
  const isCovered = reasons.every(({ date }) => years.has(Number(date.slice(0, 4))));
  return isCovered ? documentOf({ quarter: periodCode, dueOn, closesAt, provisional, reasons }) : null;
}
