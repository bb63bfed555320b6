import 'server-only';
import { createHash } from 'node:crypto';
import { getCalendar, listCalendarYears } from '@/lib/calendar/data';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { deadlineOf, noticeDeadlineRule } from '@/lib/domain/deadline/deadline';
import { listPlans } from '@/lib/plans/data';
import { listPublishedOfPlan, listWithdrawnOfPlan } from '@/lib/publication/data';
import { agencyRows, periodRow, planRow, taskRow } from './open-data-rows';

/** A public JSON document. */
export type OpenDocument = { body: string; etag: string };

function documentOf(content: unknown): OpenDocument {
  const body = JSON.stringify(content);
  return { body, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}

async function findPlan(code: string) {
  return (await listPlans()).find((plan) => plan.code === code);
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

/** The agencies of a plan with the codes of their tasks, or null. */
export async function agenciesDocument(code: string): Promise<OpenDocument | null> {
  const plan = await findPlan(code);
  return plan ? documentOf({ plan: code, agencies: agencyRows(plan.tasks) }) : null;
}

/** The tasks of a plan with the published sections of each, period by period, or null. */
export async function tasksDocument(code: string): Promise<OpenDocument | null> {
  const [plan, reports, withdrawals] = await Promise.all([
    findPlan(code),
    listPublishedOfPlan(code),
    listWithdrawnOfPlan(code),
  ]);
  return plan ? documentOf({ plan: code, tasks: plan.tasks.map((task) => taskRow(task, reports, withdrawals)) }) : null;
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
