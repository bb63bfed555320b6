import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { deadlineOf } from '@/lib/domain/deadline/deadline';
import { isWarning, planFindings } from '@/lib/domain/plan/plan-readiness';
import { countedPeriods } from '@/lib/domain/plan/plan-settings';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { storePeriods } from '@/lib/plans/periods/mutations';
import { storeReports } from '@/lib/plans/tasks/mutations';
import type { Transaction } from '@/lib/server/database/db';
import { writePlan } from '@/lib/server/database/plan-write-path';
import type { AskContext } from '@/lib/server/database/write-path';
import { getReadiness, listOpenReports } from './data';

/** A plan at the version that the actor has seen. */
type SeenPlan = { plan: string; version: number };

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
    return accepted({ detail: { title: plan.title, periods, tasks: readiness.tasks }, value: undefined });
  });
}

async function removeDraft(transaction: Transaction, planId: string): Promise<void> {
  const ofPlan = { task: { planId } };
  await transaction.taskLead.deleteMany({ where: ofPlan });
  await transaction.supportingAgency.deleteMany({ where: ofPlan });
  await transaction.taskGroup.deleteMany({ where: ofPlan });
  await transaction.indicator.deleteMany({ where: ofPlan });
  await transaction.milestone.deleteMany({ where: ofPlan });
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
    const open = await listOpenReports(id, transaction);
    if (!confirmed) return refused({ code: 'plan-closing', open });
    return accepted({ detail: { title, open: open.length }, value: undefined });
  });
}

/** Reopens a closed plan, for a reason: its open periods go on as before. */
export async function reopenPlan(
  { plan: planCode, version, reason }: SeenPlan & { reason: string },
  context: AskContext,
): Promise<Result<void>> {
  return writePlan(planCode, 'reopen', { ...context, version }, async (_, { title }) =>
    accepted({ detail: { title, reason }, value: undefined }),
  );
}
