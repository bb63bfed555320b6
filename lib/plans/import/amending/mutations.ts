import 'server-only';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { decideImport } from '@/lib/domain/plan/plan-import-rights';
import type { Amendment } from '@/lib/domain/plan/task-amendment';
import { differenceKey, type TaskDifference, taskDifferences } from '@/lib/domain/plan/task-differences';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { fileTasks } from '@/lib/imports/plan/draft-tasks';
import { isError } from '@/lib/imports/plan/read-plan';
import { amendTaskWithin } from '@/lib/plans/tasks/amendments/mutations';
import { allOrNothing } from '@/lib/server/database/all-or-nothing';
import type { Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { planTransaction } from '@/lib/server/database/plan-write-path';
import type { AskContext } from '@/lib/server/database/write-path';
import { findImport, readImport } from '../data';
import { settleUnits } from '../storing/agencies/mutations';
import { listRunningTasks } from '../storing/data';

type Asked = { importId: string; version: number; chosen: string[]; fromPeriod: PeriodCode | null; reason: string };

/** A task that goes to other agencies and says something else is first moved, then corrected. */
function amendmentsOf(difference: TaskDifference): Amendment[] {
  if (difference.kind === 'added') return [difference];
  const taskId = difference.stored.id;
  if (difference.kind === 'gone') return [{ kind: 'ended', taskId }];
  const { facts, fields } = difference;
  const moved: Amendment[] = fields.includes('leads') ? [{ kind: 'moved', taskId, leads: facts.leads }] : [];
  const isCorrected = fields.some((field) => field !== 'leads');
  return [...moved, ...(isCorrected ? [{ kind: 'corrected', taskId, facts } as const] : [])];
}

/** Compares the file with the plan once more, with the agencies that it names in the register. */
async function chosenDifferences(
  transaction: Transaction,
  { importId, version, chosen }: Asked,
  { actor, address }: AskContext,
): Promise<Result<{ planCode: string; differences: TaskDifference[] }>> {
  await transaction.$queryRaw`SELECT 1 FROM "PlanImport" WHERE id = ${importId}::uuid FOR UPDATE`;
  const stored = await findImport(importId, transaction);
  if (!stored?.plan) return refused({ code: 'not-found' });
  const decision = decideImport(actor, stored);
  if (!decision.ok) return decision;
  if (stored.version !== version) return refused({ code: 'stale' });
  const { reading } = await readImport(stored, transaction);
  const problems = reading.problems.filter(isError).length;
  const units = reading.units.filter(({ meaning }) => meaning.kind === 'open').length;
  if (problems + units > 0) return refused({ code: 'import-unfinished', problems, units });
  const ids = await settleUnits(transaction, reading, { accountId: actor.accountId, address });
  const tasks = fileTasks(reading.tasks, (name) => ids.get(name) ?? []);
  const all = taskDifferences(await listRunningTasks(stored.plan.id, transaction), tasks);
  const wanted = new Set(chosen);
  const differences = all.filter((difference) => wanted.has(differenceKey(difference)));
  return differences.length > 0
    ? accepted({ planCode: stored.plan.code, differences })
    : refused({ code: 'nothing-chosen' });
}

async function finish(transaction: Transaction, importId: string, detail: object, { actor, address }: AskContext) {
  await transaction.planImport.update({
    where: { id: importId },
    data: { status: 'stored', version: { increment: 1 } },
  });
  const { accountId } = actor;
  await recordEvent(transaction, { name: 'plan-import-compared', accountId, address, detail });
}

/**
 * Makes an amendment of each chosen difference between a file and an issued plan, from a period on: all of them or, where
 * one is refused, none, and the import stays open as it was.
 */
export async function amendFromImport(asked: Asked, context: AskContext): Promise<Result<{ planCode: string }>> {
  const { importId, fromPeriod, reason } = asked;
  if (fromPeriod === null) return refused({ code: 'amendment-period-over' });
  return allOrNothing(async (transaction) => {
    const found = await chosenDifferences(transaction, asked, context);
    if (!found.ok) return found;
    const { planCode, differences } = found.value;
    const terms = { fromPeriod, reason };
    for (const amendment of differences.flatMap(amendmentsOf)) {
      const amended = await amendTaskWithin(transaction, planCode, { amendment, terms }, context);
      if (!amended.ok) return amended;
    }
    await finish(transaction, importId, { planCode, importId, differences: differences.length }, context);
    return accepted({ planCode });
  }, planTransaction);
}
