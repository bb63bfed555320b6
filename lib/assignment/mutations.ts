import 'server-only';
import { type Actor, divisionRoles, scopeOf } from '@/lib/domain/authorization';
import { civilDateOf, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { type Leave, mayAssign, mayEnterLeaveOf, refuseLeave } from '@/lib/domain/review/review-assignment';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { agenciesWithin, membersOfPlan, membersWithin, plansWithin } from '@/lib/server/database/office-sql';
import { issuedPlan } from '@/lib/server/database/plan-sql';
import type { AskContext } from '@/lib/server/database/write-path';
import { listLeaves } from './data';

/**
 * Locks accounts against concurrent changes; says whether all of them may read for offices of the actor, and for that of the
 * plan where one is named.
 */
async function areReviewers(
  transaction: Transaction,
  actor: Actor,
  accountIds: readonly string[],
  planCode?: string,
): Promise<boolean> {
  await transaction.$queryRaw`SELECT id FROM "Account" WHERE id = ANY(${accountIds}::uuid[]) ORDER BY id FOR UPDATE`;
  const found = await transaction.account.count({
    where: {
      id: { in: [...accountIds] },
      closedAt: null,
      roles: { hasSome: [...divisionRoles] },
      AND: [membersWithin(scopeOf(actor)), planCode === undefined ? {} : membersOfPlan(planCode)],
    },
  });
  return found === new Set(accountIds).size;
}

type Assigned = { plan: string; agencyIds: readonly string[]; reviewerId: string | null };

/**
 * Waits for other assignments of the same agencies; says whether the actor's offices look after all of them, and all report
 * on the plan.
 */
async function holdAgencies(transaction: Transaction, actor: Actor, { plan, agencyIds }: Assigned): Promise<boolean> {
  await transaction.$queryRaw`
    SELECT id FROM "Agency" WHERE id = ANY(${agencyIds}::uuid[]) ORDER BY id FOR NO KEY UPDATE`;
  const found = await transaction.agency.count({
    where: {
      AND: [{ id: { in: [...agencyIds] } }, agenciesWithin(scopeOf(actor))],
      reports: { some: { period: { plan: { code: plan } } } },
    },
  });
  return found === new Set(agencyIds).size;
}

/** Assigns agencies of a plan to a reviewer, or to nobody (null). Only a coordinator of its office may. */
export function assignAgencies(assigned: Assigned, { actor, address }: AskContext): Promise<Result<void>> {
  const { plan: code, agencyIds, reviewerId } = assigned;
  return db.$transaction(async (transaction) => {
    if (!mayAssign(actor)) return refused({ code: 'forbidden' });
    const plan = await transaction.plan.findFirst({
      where: { AND: [plansWithin(scopeOf(actor)), issuedPlan, { code }] },
      select: { id: true },
    });
    if (!plan) return refused({ code: 'not-found' });
    if (reviewerId && !(await areReviewers(transaction, actor, [reviewerId], code)))
      return refused({ code: 'not-found' });
    if (!(await holdAgencies(transaction, actor, assigned))) return refused({ code: 'not-found' });
    const { id: planId } = plan;
    await transaction.reviewAssignment.deleteMany({ where: { planId, agencyId: { in: [...agencyIds] } } });
    if (reviewerId) {
      await transaction.reviewAssignment.createMany({
        data: agencyIds.map((agencyId) => ({ planId, agencyId, reviewerId })),
      });
    }
    const detail = { planCode: code, agencyIds: [...agencyIds], reviewerId };
    await recordEvent(transaction, { name: 'agencies-assigned', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}

/** Enters a leave: the days on which another reviewer stands in. */
export function enterLeave(leave: Leave, { actor, now, address }: AskContext): Promise<Result<void>> {
  return db.$transaction(async (transaction) => {
    if (!mayEnterLeaveOf(actor, leave.reviewerId)) return refused({ code: 'forbidden' });
    if (!(await areReviewers(transaction, actor, [leave.reviewerId, leave.standInId])))
      return refused({ code: 'not-found' });
    const today = civilDateOf(now);
    const refusal = refuseLeave(leave, await listLeaves(today, transaction), today);
    if (refusal) return refused(refusal);
    await transaction.leave.create({
      data: { ...leave, fromOn: storedDateOf(leave.fromOn), untilOn: storedDateOf(leave.untilOn) },
      select: { id: true },
    });
    await recordEvent(transaction, {
      name: 'leave-entered',
      accountId: actor.accountId,
      address,
      detail: { ...leave },
    });
    return accepted(undefined);
  });
}

/** Ends a leave, or cancels one that has not begun. */
export function endLeave(leaveId: string, { actor, address }: AskContext): Promise<Result<void>> {
  return db.$transaction(async (transaction) => {
    const leave = await transaction.leave.findFirst({
      where: { id: leaveId, reviewer: membersWithin(scopeOf(actor)) },
      select: { reviewerId: true },
    });
    if (!leave) return refused({ code: 'not-found' });
    if (!mayEnterLeaveOf(actor, leave.reviewerId)) return refused({ code: 'forbidden' });
    const { count } = await transaction.leave.deleteMany({ where: { id: leaveId } });
    if (count !== 1) return refused({ code: 'not-found' });
    const detail = { leaveId, reviewerId: leave.reviewerId };
    await recordEvent(transaction, { name: 'leave-ended', accountId: actor.accountId, address, detail });
    return accepted(undefined);
  });
}
