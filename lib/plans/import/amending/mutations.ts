import 'server-only';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { decideImport } from '@/lib/domain/plan/plan-import-rights';
import type { Amendment } from '@/lib/domain/plan/task-amendment';
import { differenceKey, type TaskDifference, taskDifferences } from '@/lib/domain/plan/task-differences';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { fileTasks } from '@/lib/imports/plan/draft-tasks';
import { isError } from '@/lib/imports/plan/read-plan';
import { amendTask } from '@/lib/plans/tasks/amendments/mutations';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
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
async function chosenDifferences({ importId, version, chosen }: Asked, { actor, address }: AskContext) {
  return db.$transaction(async (transaction): Promise<Result<{ planCode: string; differences: TaskDifference[] }>> => {
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
  });
}

/**
 * Makes an amendment of each chosen difference between a file and an issued plan, from a period on. Each is an act of its own:
 * after a refusal, those before it stand, and the comparison shows the others. The import is stored when all of them are.
 */
export async function amendFromImport(asked: Asked, context: AskContext): Promise<Result<{ planCode: string }>> {
  const { importId, fromPeriod, reason } = asked;
  if (fromPeriod === null) return refused({ code: 'amendment-period-over' });
  const found = await chosenDifferences(asked, context);
  if (!found.ok) return found;
  const { planCode, differences } = found.value;
  for (const amendment of differences.flatMap(amendmentsOf)) {
    const amended = await amendTask(planCode, amendment, { fromPeriod, reason }, context);
    if (!amended.ok) return amended;
  }
  await db.$transaction(async (transaction) => {
    const data = { status: 'stored', version: { increment: 1 } } as const;
    const { count } = await transaction.planImport.updateMany({ where: { id: importId, status: 'open' }, data });
    const detail = { planCode, importId, differences: differences.length };
    const { accountId } = context.actor;
    if (count === 1)
      await recordEvent(transaction, { name: 'plan-import-compared', accountId, address: context.address, detail });
  });
  return accepted({ planCode });
}
