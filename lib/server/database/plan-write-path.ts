import 'server-only';
import { civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import { decidePlan, type PlanCommand, planEvents } from '@/lib/domain/plan/plan-lifecycle';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { Prisma } from '@/lib/server/generated/client';
import { allOrNothing } from './all-or-nothing';
import type { Transaction } from './db';
import { recordEvent } from './events';
import { deadlineRuleSchema } from './stored-json';
import { type AskContext, LostRace } from './write-path';

/** With the version of the plan that the actor has seen, for a command that depends on it. */
export type PlanContext = AskContext & { version?: number };

/** A plan of thousands of tasks, on a machine that may be doing other work at the same time. */
export const planTransaction = { timeout: 120_000, maxWait: 10_000 };

/** Waits for whoever else gives a plan this code, and says whether another plan than the given one has it. */
export async function isPlanCodeTaken(transaction: Transaction, code: string, ownId?: string): Promise<boolean> {
  await transaction.$executeRaw`SELECT pg_advisory_xact_lock(hashtext('plan code'), hashtext(${code}))`;
  const holder = await transaction.plan.findUnique({ where: { code }, select: { id: true } });
  return holder !== null && holder.id !== ownId;
}

/** Loads a plan and blocks other writers of it until the transaction ends; null for an unknown code. */
async function lockPlan(transaction: Transaction, planCode: string) {
  await transaction.$queryRaw`SELECT 1 FROM "Plan" WHERE code = ${planCode} FOR UPDATE`;
  const stored = await transaction.plan.findUnique({ where: { code: planCode } });
  return (
    stored && {
      ...stored,
      issuedOn: civilDateFromStored(stored.issuedOn),
      firstOn: civilDateFromStored(stored.firstOn),
      lastOn: civilDateFromStored(stored.lastOn),
      firstPeriod: stored.firstPeriod === null ? null : periodCode(stored.firstPeriod),
      deadlineRule: deadlineRuleSchema.parse(stored.deadlineRule),
    }
  );
}

/** A plan as stored, locked for the transaction that read it. */
export type StoredPlan = NonNullable<Awaited<ReturnType<typeof lockPlan>>>;

/** The detail of a command's event, and its answer. */
export type PlanEffect<Value> = { detail: Prisma.InputJsonObject; value: Value };

/**
 * The same as `writePlan` in the transaction of a larger act, which undoes everything where this is refused, and takes a
 * LostRace as `stale`.
 */
export async function writePlanWithin<Value>(
  transaction: Transaction,
  [planCode, command]: [string, PlanCommand],
  { actor, address, version }: PlanContext,
  effect: (transaction: Transaction, plan: StoredPlan) => Promise<Result<PlanEffect<Value>>>,
): Promise<Result<Value>> {
  const plan = await lockPlan(transaction, planCode);
  if (!plan) return refused({ code: 'not-found' });
  const decision = decidePlan(actor, plan, command);
  if (!decision.ok) return decision;
  if (version !== undefined && version !== plan.version) return refused({ code: 'stale' });
  const { count } = await transaction.plan.updateMany({
    where: { id: plan.id, status: plan.status, version: plan.version },
    data: { status: decision.value.to, version: plan.version + 1 },
  });
  if (count !== 1) throw new LostRace();
  const result = await effect(transaction, plan);
  if (!result.ok) return result;
  const name = planEvents[command].event;
  const detail = { planId: plan.id, planCode, ...result.value.detail };
  if (name) await recordEvent(transaction, { name, accountId: actor.accountId, address, detail });
  return accepted(result.value.value);
}

/**
 * The write path of every command on a plan: locks and loads the stored row, lets the domain rules decide, moves its
 * status and version, lets `effect` write the rest and records one event, all in one transaction. A refusal of the effect
 * undoes everything.
 */
export function writePlan<Value = void>(
  planCode: string,
  command: PlanCommand,
  context: PlanContext,
  effect: (transaction: Transaction, plan: StoredPlan) => Promise<Result<PlanEffect<Value>>>,
): Promise<Result<Value>> {
  return allOrNothing(
    (transaction) => writePlanWithin(transaction, [planCode, command], context, effect),
    planTransaction,
  );
}
