import 'server-only';
import { z } from 'zod';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { shortTitleOf, type TaskFacts } from '@/lib/domain/plan/task';
import {
  type Amendment,
  type AmendmentKind,
  changedFacts,
  decideAmendment,
  factsAfter,
  namedTasks,
} from '@/lib/domain/plan/task-amendment';
import { accepted, type Result } from '@/lib/domain/refusal';
import { listAmendablePeriods, listStoredTasks, type StoredTask } from '@/lib/plans/tasks/data';
import { storePlanAgencies, storeTasks } from '@/lib/plans/tasks/mutations';
import { removeDetails, storeDetails, taskColumns } from '@/lib/plans/tasks/rows/mutations';
import type { Transaction } from '@/lib/server/database/db';
import {
  type PlanContext,
  type PlanEffect,
  type StoredPlan,
  writePlan,
  writePlanWithin,
} from '@/lib/server/database/plan-write-path';
import { rowsOf } from '@/lib/server/database/rows';
import type { AskContext } from '@/lib/server/database/write-path';
import type { Prisma } from '@/lib/server/generated/client';
import { moveAgencies } from './agencies/mutations';
import { type ChangedTask, changeReports, holdReports } from './reports/mutations';

/** The first period for which an amendment holds, and why it is made. */
export type AmendmentTerms = { fromPeriod: PeriodCode; reason: string };

type Made = { transaction: Transaction; plan: StoredPlan; kind: AmendmentKind; terms: AmendmentTerms };

type Row = { taskId: string; before: object; after: object };

/** Ends tasks: nobody owes an entry on them from the period on. */
async function endTasks({ transaction, terms: { fromPeriod } }: Made, tasks: readonly StoredTask[]): Promise<Row[]> {
  for (const { id, facts } of tasks) {
    await transaction.task.update({ where: { id }, data: { endedFrom: fromPeriod }, select: { id: true } });
    await moveAgencies(transaction, { taskId: id, fromPeriod }, facts, { leads: [], supports: [] });
  }
  return tasks.map(({ id }) => ({ taskId: id, before: { endedFrom: null }, after: { endedFrom: fromPeriod } }));
}

/** Adds tasks behind those of the plan. */
async function addTasks({ transaction, plan, terms }: Made, tasks: readonly TaskFacts[]) {
  const ids = await storeTasks(transaction, plan.id, tasks, terms.fromPeriod);
  return ids.map((taskId, index): Row => ({ taskId, before: {}, after: tasks[index] ?? {} }));
}

/** Writes what a task says from the period on; what it said before stands in the amendment. */
async function updateTask({ transaction, plan, terms }: Made, { id, facts: before }: StoredTask, facts: TaskFacts) {
  await transaction.task.update({ where: { id }, data: taskColumns(facts), select: { id: true } });
  await moveAgencies(transaction, { taskId: id, fromPeriod: terms.fromPeriod }, before, facts);
  await removeDetails(transaction, { id });
  await storeDetails(transaction, [{ id, facts }]);
  await storePlanAgencies(transaction, plan.id, facts.leads);
  const changed = changedFacts(before, facts);
  return [{ taskId: id, before: changed.before, after: changed.after }];
}

async function writeTasks(made: Made, amendment: Amendment, tasks: readonly StoredTask[]): Promise<Row[]> {
  const [task] = tasks;
  if (amendment.kind === 'added') return addTasks(made, [amendment.facts]);
  if (amendment.kind === 'split') return [...(await endTasks(made, tasks)), ...(await addTasks(made, amendment.into))];
  if (amendment.kind === 'merged')
    return [...(await endTasks(made, tasks)), ...(await addTasks(made, [amendment.facts]))];
  if (amendment.kind === 'ended' || !task) return endTasks(made, tasks);
  const { facts } = task;
  return updateTask(made, task, amendment.kind === 'moved' ? { ...facts, leads: amendment.leads } : amendment.facts);
}

const clockRow = z.object({ now: z.date() });

/**
 * Stores the amendments. Their time is the database's, read while the reports are held, so that each filing lies before or
 * after it.
 */
async function recordRows({ transaction, plan, kind, terms }: Made, rows: readonly Row[], { actor }: AskContext) {
  const [clock] = await rowsOf(clockRow, transaction)`SELECT portal_now() AS now`;
  await transaction.taskAmendment.createMany({
    data: rows.map(({ taskId, before, after }) => ({
      planId: plan.id,
      taskId,
      kind,
      fromPeriod: terms.fromPeriod,
      before: before as Prisma.InputJsonObject,
      after: after as Prisma.InputJsonObject,
      reason: terms.reason,
      madeAt: clock?.now ?? new Date(Number.NaN),
      madeById: actor.accountId,
    })),
  });
}

/** The tasks that an amendment changed or made, each with its leads before and after it. */
async function changedTasks({ transaction, plan }: Made, tasks: readonly StoredTask[], rows: readonly Row[]) {
  const after = await listStoredTasks(
    plan.id,
    rows.map(({ taskId }) => taskId),
    transaction,
  );
  return after.map(({ id, position, facts }): ChangedTask => {
    const earlier = tasks.find((task) => task.id === id);
    return {
      taskId: id,
      number: position,
      title: shortTitleOf(facts),
      leads: { before: earlier?.facts.leads ?? [], after: facts.leads },
    };
  });
}

const effectOf =
  (amendment: Amendment, terms: AmendmentTerms, context: PlanContext) =>
  async (transaction: Transaction, plan: StoredPlan): Promise<Result<PlanEffect<void>>> => {
    const tasks = amendment.kind === 'added' ? [] : await listStoredTasks(plan.id, namedTasks(amendment), transaction);
    const periods = await listAmendablePeriods(plan.id, transaction);
    const decision = decideAmendment(amendment, terms, { tasks, periods, now: context.now });
    if (!decision.ok) return decision;
    const made: Made = { transaction, plan, kind: amendment.kind, terms };
    const leads = [...tasks.map(({ facts }) => facts), ...factsAfter(amendment, tasks[0])].flatMap(
      (facts) => facts.leads,
    );
    const affected = { planId: plan.id, fromPeriod: terms.fromPeriod, agencyIds: [...new Set(leads)] };
    await holdReports(transaction, affected, context.now);
    const rows = await writeTasks(made, amendment, tasks);
    await recordRows(made, rows, context);
    const changed = await changedTasks(made, tasks, rows);
    await changeReports(transaction, affected, changed, { kind: amendment.kind, reason: terms.reason }, context);
    const detail = { kind: amendment.kind, ...terms, tasks: changed.map(({ number, title }) => ({ number, title })) };
    return accepted({ detail, value: undefined });
  };

/**
 * Amends a task of an issued plan from a period on, in one transaction: its row says what it is now, the amendment what it
 * was before. Reports that agencies are writing for the period and later ones take it in, others stay; whoever writes or
 * reads one of them is told. Refuses what `decideAmendment` refuses.
 */
export function amendTask(
  planCode: string,
  amendment: Amendment,
  terms: AmendmentTerms,
  context: PlanContext,
): Promise<Result<void>> {
  return writePlan(planCode, 'amend', context, effectOf(amendment, terms, context));
}

/** The same in the transaction of a larger act, which undoes everything where this is refused. */
export function amendTaskWithin(
  transaction: Transaction,
  planCode: string,
  { amendment, terms }: { amendment: Amendment; terms: AmendmentTerms },
  context: PlanContext,
): Promise<Result<void>> {
  return writePlanWithin(transaction, [planCode, 'amend'], context, effectOf(amendment, terms, context));
}
