import 'server-only';
import { shortTitleOf } from '@/lib/domain/plan/task';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { listStoredTasks } from '@/lib/plans/tasks/data';
import { keepPlanAgencies, storeTasks } from '@/lib/plans/tasks/mutations';
import { removeRowsOf, storeRowsOf, taskColumns } from '@/lib/plans/tasks/rows/mutations';
import { factsOfTyped } from '@/lib/plans/tasks/typed-task';
import type { SeenPlan } from '@/lib/schemas/plan';
import type { TypedTask } from '@/lib/schemas/plan-task';
import type { Transaction } from '@/lib/server/database/db';
import { type StoredPlan, writePlan } from '@/lib/server/database/plan-write-path';
import { taskCode } from '@/lib/server/database/task-sql';
import type { AskContext } from '@/lib/server/database/write-path';
import { Prisma } from '@/lib/server/generated/client';

async function findTask(transaction: Transaction, planId: string, code: string) {
  return (await listStoredTasks(planId, undefined, transaction)).find((task) => task.code === code);
}

/** Numbers the tasks of a draft in their order, from one on; codes follow the places. */
async function renumberTasks(transaction: Transaction, { id, code }: StoredPlan, order: readonly string[]) {
  // Places and codes are unique, so that all are moved out of the way first.
  await transaction.$executeRaw`
    UPDATE "Task" SET position = -position, code = left('-' || id::text, 32) WHERE "planId" = ${id}::uuid`;
  await transaction.$executeRaw`
    UPDATE "Task" t SET position = o.place, code = ${taskCode(code, Prisma.sql`o.place`)}
    FROM unnest(${[...order]}::uuid[]) WITH ORDINALITY AS o(id, place) WHERE t.id = o.id`;
}

/** Writes a task of a draft: a new one behind the others where no code is given. */
export async function writeDraftTask(
  { plan: planCode, version, task: code, ...typed }: SeenPlan & { task: string } & TypedTask,
  context: AskContext,
): Promise<Result<void>> {
  const facts = await factsOfTyped(typed);
  if (!facts.ok) return facts;
  return writePlan(planCode, 'change', { ...context, version }, async (transaction, plan) => {
    const detail = { changed: ['tasks'], task: shortTitleOf(facts.value) };
    if (code === '') {
      await storeTasks(transaction, plan.id, [facts.value]);
      return accepted({ detail, value: undefined });
    }
    const task = await findTask(transaction, plan.id, code);
    if (!task) return refused({ code: 'not-found' });
    await transaction.task.update({ where: { id: task.id }, data: taskColumns(facts.value), select: { id: true } });
    await removeRowsOf(transaction, { id: task.id });
    await storeRowsOf(transaction, [{ id: task.id, facts: facts.value, fromPeriod: null }]);
    await keepPlanAgencies(transaction, plan.id);
    return accepted({ detail, value: undefined });
  });
}

/** Removes a task from a draft; those behind it move up. */
export function removeDraftTask(
  { plan: planCode, version, task: code }: SeenPlan & { task: string },
  context: AskContext,
): Promise<Result<void>> {
  return writePlan(planCode, 'change', { ...context, version }, async (transaction, plan) => {
    const tasks = await listStoredTasks(plan.id, undefined, transaction);
    const task = tasks.find((each) => each.code === code);
    if (!task) return refused({ code: 'not-found' });
    await removeRowsOf(transaction, { id: task.id });
    await transaction.task.delete({ where: { id: task.id }, select: { id: true } });
    const order = tasks.filter((each) => each !== task).map(({ id }) => id);
    await renumberTasks(transaction, plan, order);
    await keepPlanAgencies(transaction, plan.id);
    return accepted({ detail: { changed: ['tasks'], removed: shortTitleOf(task.facts) }, value: undefined });
  });
}

/** Puts a task of a draft in another place, the last one where there are fewer. */
export function placeDraftTask(
  { plan: planCode, version, task: code, place }: SeenPlan & { task: string; place: number },
  context: AskContext,
): Promise<Result<void>> {
  return writePlan(planCode, 'change', { ...context, version }, async (transaction, plan) => {
    const tasks = await listStoredTasks(plan.id, undefined, transaction);
    const task = tasks.find((each) => each.code === code);
    if (!task) return refused({ code: 'not-found' });
    const order = tasks.filter((each) => each !== task).map(({ id }) => id);
    order.splice(place - 1, 0, task.id);
    await renumberTasks(transaction, plan, order);
    return accepted({ detail: { changed: ['tasks'], moved: shortTitleOf(task.facts), place }, value: undefined });
  });
}
