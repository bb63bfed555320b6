import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import type { DeadlineRule } from '@/lib/domain/deadline/deadline';
import { movesUnderRule } from '@/lib/domain/plan/plan-rule';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { moveDeadlines } from '@/lib/plans/deadlines/mutations';
import { holdPeriods, listPeriods } from '@/lib/plans/periods/data';
import type { SeenPlan } from '@/lib/schemas/plan';
import { db } from '@/lib/server/database/db';
import { writePlan } from '@/lib/server/database/plan-write-path';
import type { AskContext } from '@/lib/server/database/write-path';

type RuleChange = SeenPlan & { rule: DeadlineRule; reason: string };

function changeOfDraft({ plan: planCode, version, rule }: RuleChange, context: AskContext): Promise<Result<number>> {
  return writePlan(planCode, 'change', { ...context, version }, async (transaction, plan) => {
    await transaction.plan.update({ where: { id: plan.id }, data: { deadlineRule: rule } });
    const detail = { before: { deadlineRule: plan.deadlineRule }, after: { deadlineRule: rule } };
    return accepted({ detail, value: 0 });
  });
}

async function changeOfIssued(change: RuleChange, context: AskContext): Promise<Result<number>> {
  const { plan: planCode, version, rule, reason } = change;
  const calendar = await getCalendar();
  return writePlan(planCode, 'change-rule', { ...context, version }, async (transaction, plan) => {
    if (reason === '') return refused({ code: 'reason-required' });
    await holdPeriods(transaction, plan.id);
    const periods = await listPeriods(plan.id, transaction);
    const moves = movesUnderRule(periods, rule, { calendar, now: context.now });
    const past = moves.find(({ isPast }) => isPast);
    if (past) return refused({ code: 'due-date-not-ahead', on: past.deadline.dueOn });
    await transaction.plan.update({ where: { id: plan.id }, data: { deadlineRule: rule } });
    const moved = await moveDeadlines(transaction, moves, { reason, cause: 'rule' }, context);
    const detail = { before: { deadlineRule: plan.deadlineRule }, after: { deadlineRule: rule }, reason, moved };
    return accepted({ detail, value: moved });
  });
}

/**
 * Gives a plan another deadline rule: a draft freely, an issued plan for a reason, which moves the periods that are not due
 * yet. Refuses a rule that would close one of them at once. Gives the number of periods moved.
 */
export async function changeRule(change: RuleChange, context: AskContext): Promise<Result<number>> {
  const stored = await db.plan.findUnique({ where: { code: change.plan }, select: { status: true } });
  return stored?.status === 'draft' ? changeOfDraft(change, context) : changeOfIssued(change, context);
}
