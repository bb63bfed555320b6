import 'server-only';
import { type TaskFacts, taskCodeOf } from '@/lib/domain/plan/task';
import type { Transaction } from '@/lib/server/database/db';
import { taskDuties } from '@/lib/server/database/task-sql';
import type { Prisma } from '@/lib/server/generated/client';
import { inBatches, storeRowsOf, taskColumns } from './rows/mutations';

/** Codes of the register that are numbers of an annex; others, as heping, say nothing in a column of numbers. */
const isNumber = (code: string) => /^\d{1,4}$/.test(code);

/**
 * Enters agencies that have no number in the plan yet: under their code of the register where it is a number and free,
 * otherwise under the next free number.
 */
export async function storePlanAgencies(
  transaction: Transaction,
  planId: string,
  agencyIds: readonly string[],
): Promise<void> {
  const known = await transaction.planAgency.findMany({ where: { planId }, select: { agencyId: true, number: true } });
  const numbers = new Set(known.map(({ number }) => number));
  const entered = new Set(known.map(({ agencyId }) => agencyId));
  const agencies = await transaction.agency.findMany({
    where: { id: { in: agencyIds.filter((id) => !entered.has(id)) } },
    orderBy: { position: 'asc' },
    select: { id: true, code: true, position: true },
  });
  const rows = agencies.map(({ id, code, position }) => {
    let number = code;
    for (let next = 1; !isNumber(number) || numbers.has(number); next += 1) number = String(next);
    numbers.add(number);
    return { planId, agencyId: id, number, position };
  });
  await transaction.planAgency.createMany({ data: rows });
}

/** Leaves the agencies of a draft those that lead its tasks: new leads get their numbers, and who leads none loses its own. */
export async function keepPlanAgencies(transaction: Transaction, planId: string): Promise<void> {
  const leads = await transaction.taskLead.findMany({ where: { task: { planId } }, select: { agencyId: true } });
  const agencyIds = [...new Set(leads.map(({ agencyId }) => agencyId))];
  await transaction.planAgency.deleteMany({ where: { planId, agencyId: { notIn: agencyIds } } });
  await storePlanAgencies(transaction, planId, agencyIds);
}

/**
 * Stores tasks of a plan behind those that it has, in the given order: their rows with positions and codes, their leads,
 * supporting agencies, groups, indicators and milestones, and the numbers of their leads in the plan. They hold from a
 * period on where one is named. Gives their ids in order.
 */
export async function storeTasks(
  transaction: Transaction,
  planId: string,
  tasks: readonly TaskFacts[],
  fromPeriod: string | null = null,
): Promise<string[]> {
  const plan = await transaction.plan.findUniqueOrThrow({
    where: { id: planId },
    select: { code: true, tasks: { orderBy: { position: 'desc' }, take: 1, select: { position: true } } },
  });
  const last = plan.tasks[0]?.position ?? 0;
  const data = tasks.map((facts, index): Prisma.TaskCreateManyInput => {
    const position = last + index + 1;
    return { planId, position, code: taskCodeOf(plan.code, position), ...taskColumns(facts) };
  });
  const stored = await inBatches(data, (some) =>
    transaction.task.createManyAndReturn({ data: some, select: { id: true, position: true } }),
  );
  const ids = new Map(stored.flat().map(({ id, position }) => [position, id]));
  const placed = tasks.map((facts, index) => ({ id: ids.get(last + index + 1) as string, facts, fromPeriod }));
  await storeRowsOf(transaction, placed);
  await storePlanAgencies(transaction, planId, [...new Set(tasks.flatMap(({ leads }) => leads))]);
  return placed.map(({ id }) => id);
}

/** Stores a report for each period of a plan that is not skipped and each agency that owes entries in it, once. */
export async function storeReports(transaction: Transaction, planId: string): Promise<void> {
  await transaction.$executeRaw`
    INSERT INTO "Report" (id, "periodId", "agencyId", "updatedAt")
    SELECT gen_random_uuid(), u."periodId", u."agencyId", portal_now()
    FROM (SELECT DISTINCT "periodId", "agencyId" FROM ${taskDuties} d WHERE d."planId" = ${planId}::uuid) u
      JOIN "ReportingPeriod" p ON p.id = u."periodId" AND p."skippedFor" = ''
    ON CONFLICT ("periodId", "agencyId") DO NOTHING`;
}
