import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { deadlineOf } from '@/lib/domain/deadline/deadline';
import { isWarning, planFindings } from '@/lib/domain/plan/plan-readiness';
import { countedPeriods } from '@/lib/domain/plan/plan-settings';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { holdPeriods } from '@/lib/plans/periods/data';
import { storePeriods } from '@/lib/plans/periods/mutations';
import { storeReports } from '@/lib/plans/tasks/mutations';
import { removeRowsOf } from '@/lib/plans/tasks/rows/mutations';
import type { SeenPlan } from '@/lib/schemas/plan';
import type { Transaction } from '@/lib/server/database/db';
import { isOpenPeriod, openPeriod } from '@/lib/server/database/period-sql';
import { recordPlanAct } from '@/lib/server/database/plan-act';
import { writePlan } from '@/lib/server/database/plan-write-path';
import { isWithAgency } from '@/lib/server/database/report-sql';
import type { AskContext } from '@/lib/server/database/write-path';
import { Prisma } from '@/lib/server/generated/client';
import { getPlanClosing, getReadiness, listOpenReports } from './data';

/** Condition: a period p of a plan still takes reports. */
const isOpenIn = (planId: string) => Prisma.sql`p."planId" = ${planId}::uuid AND ${isOpenPeriod()}`;

/**
 * Issues a draft: freezes the deadlines of its periods by the present calendar and creates a report for each period and
 * each agency that leads a task then. Refuses a plan that is not ready.
 */
export async function issuePlan({ plan: planCode, version }: SeenPlan, context: AskContext): Promise<Result<void>> {
  const calendar = await getCalendar();
  return writePlan(planCode, 'issue', { ...context, version }, async (transaction, plan) => {
    const periods = countedPeriods(plan);
    const deadlines = periods.map((code) => deadlineOf(code, plan.deadlineRule, calendar));
    const readiness = await getReadiness(plan.id, transaction);
    const findings = planFindings({ ...readiness, deadlines }, context.now);
    const count = findings.filter((finding) => !isWarning(finding)).length;
    if (count > 0) return refused({ code: 'plan-not-ready', count });
    await storePeriods(transaction, plan, calendar);
    await storeReports(transaction, plan.id);
    const first = { where: Prisma.sql`p."planId" = ${plan.id}::uuid`, oncePerAgency: true };
    await recordPlanAct(transaction, { name: 'report-owed', detail: {} }, first, context);
    return accepted({ detail: { title: plan.title, periods, tasks: readiness.tasks }, value: undefined });
  });
}

async function removeDraft(transaction: Transaction, planId: string): Promise<void> {
  await removeRowsOf(transaction, { planId });
  await transaction.task.deleteMany({ where: { planId } });
  await transaction.planAgency.deleteMany({ where: { planId } });
  await transaction.plan.delete({ where: { id: planId } });
}

/** Discards a draft, of which the record keeps the title alone. */
export async function discardPlan({ plan: planCode, version }: SeenPlan, context: AskContext): Promise<Result<void>> {
  return writePlan(planCode, 'discard', { ...context, version }, async (transaction, { id, title }) => {
    await removeDraft(transaction, id);
    return accepted({ detail: { title }, value: undefined });
  });
}

/**
 * Closes a plan: nothing more is owed or filed. Unless it is `confirmed`, refuses with `plan-closing`, which names the
 * reports that would stay open.
 */
export async function closePlan(
  { plan: planCode, version, confirmed }: SeenPlan & { confirmed: boolean },
  context: AskContext,
): Promise<Result<void>> {
  return writePlan(planCode, 'close', { ...context, version }, async (transaction, { id, title }) => {
    await holdPeriods(transaction, id);
    const open = await listOpenReports(id, transaction);
    if (!confirmed) return refused({ code: 'plan-closing', open });
    const concerned = { where: Prisma.sql`${isOpenIn(id)} AND ${isWithAgency()}`, oncePerAgency: true };
    await recordPlanAct(
      transaction,
      { name: 'report-filing-stopped', detail: { wholePlan: true } },
      concerned,
      context,
    );
    await transaction.reportingPeriod.updateMany({
      where: { planId: id, ...openPeriod },
      data: { closedAt: context.now },
    });
    const detail = { title, open: open.length, closedAt: context.now.toISOString() };
    return accepted({ detail, value: undefined });
  });
}

/** Reopens a closed plan, for a reason: the periods that were closed with it go on as before. */
export async function reopenPlan(
  { plan: planCode, version, reason }: SeenPlan & { reason: string },
  context: AskContext,
): Promise<Result<void>> {
  return writePlan(planCode, 'reopen', { ...context, version }, async (transaction, { id, title }) => {
    const closedAt = await getPlanClosing(id, transaction);
    await transaction.reportingPeriod.updateMany({ where: { planId: id, closedAt }, data: { closedAt: null } });
    const concerned = { where: Prisma.sql`${isOpenIn(id)} AND ${isWithAgency()}`, oncePerAgency: true };
    const detail = { reason, wholePlan: true };
    await recordPlanAct(transaction, { name: 'report-filing-resumed', detail }, concerned, context);
    return accepted({ detail: { title, reason }, value: undefined });
  });
}
