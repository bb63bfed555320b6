import 'server-only';
import { storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { TaskFacts } from '@/lib/domain/plan/task';
import type { TaskDifference } from '@/lib/domain/plan/task-differences';
import { storeTasks } from '@/lib/plans/tasks/mutations';
import type { Transaction } from '@/lib/server/database/db';

/** Tasks that are stored between two reports of progress. */
const atOnce = 500;

/** Stores tasks behind those of a plan; `onProgress` is told how many are stored. */
export async function addTasks(
  transaction: Transaction,
  planId: string,
  tasks: readonly TaskFacts[],
  onProgress: (done: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < tasks.length; from += atOnce) {
    await storeTasks(transaction, planId, tasks.slice(from, from + atOnce));
    await onProgress(Math.min(tasks.length, from + atOnce));
  }
}

async function forgetAgencies(transaction: Transaction, taskIds: string[]): Promise<void> {
  const where = { taskId: { in: taskIds } };
  await transaction.taskLead.deleteMany({ where });
  await transaction.supportingAgency.deleteMany({ where });
  await transaction.taskGroup.deleteMany({ where });
}

/** Takes tasks out of a draft, on which nothing was reported. */
async function removeTasks(transaction: Transaction, taskIds: string[]): Promise<void> {
  if (taskIds.length === 0) return;
  await forgetAgencies(transaction, taskIds);
  const where = { taskId: { in: taskIds } };
  await transaction.indicator.deleteMany({ where });
  await transaction.milestone.deleteMany({ where });
  await transaction.task.deleteMany({ where: { id: { in: taskIds } } });
}

async function changeTask(transaction: Transaction, id: string, facts: TaskFacts): Promise<void> {
  const { leads, supports, groups, dueOn, ...columns } = facts;
  await forgetAgencies(transaction, [id]);
  const data = { ...columns, dueOn: dueOn && storedDateOf(dueOn), leadAgencyId: leads[0] ?? '' };
  await transaction.task.update({ where: { id }, data });
  await transaction.taskLead.createMany({
    data: leads.map((agencyId, index) => ({ taskId: id, agencyId, position: index + 1 })),
  });
  await transaction.supportingAgency.createMany({ data: supports.map((agencyId) => ({ taskId: id, agencyId })) });
  await transaction.taskGroup.createMany({
    data: groups.map((group) => ({ taskId: id, ...group })),
    skipDuplicates: true,
  });
}

/** Makes the tasks of a draft those of a file: what did not change keeps its row, with its indicators and milestones. */
export async function changeTasks(
  transaction: Transaction,
  planId: string,
  differences: readonly TaskDifference[],
  onProgress: (done: number) => Promise<void>,
): Promise<void> {
  await removeTasks(
    transaction,
    differences.flatMap((difference) => (difference.kind === 'gone' ? [difference.stored.id] : [])),
  );
  let done = 0;
  for (const difference of differences) {
    if (difference.kind !== 'changed') continue;
    await changeTask(transaction, difference.stored.id, difference.facts);
    done += 1;
    if (done % atOnce === 0) await onProgress(done);
  }
  const added = differences.flatMap((difference) => (difference.kind === 'added' ? [difference.facts] : []));
  await addTasks(transaction, planId, added, (stored) => onProgress(done + stored));
  const leading = await transaction.taskLead.findMany({ where: { task: { planId } }, select: { agencyId: true } });
  const numbered = new Set(leading.map(({ agencyId }) => agencyId));
  await transaction.planAgency.deleteMany({ where: { planId, agencyId: { notIn: [...numbered] } } });
  await enterLeads(transaction, planId, [...numbered]);
}

/** Gives the leads of changed tasks their number in the plan, as `storeTasks` does for those of new ones. */
async function enterLeads(transaction: Transaction, planId: string, agencyIds: readonly string[]): Promise<void> {
  const known = await transaction.planAgency.findMany({ where: { planId }, select: { agencyId: true, number: true } });
  const taken = new Set(known.map(({ number }) => number));
  const missing = agencyIds.filter((id) => known.every(({ agencyId }) => agencyId !== id));
  const agencies = await transaction.agency.findMany({
    where: { id: { in: missing } },
    orderBy: { position: 'asc' },
    select: { id: true, code: true, position: true },
  });
  for (const { id, code, position } of agencies) {
    let number = code;
    for (let again = 2; taken.has(number); again += 1) number = `${code}-${again}`;
    taken.add(number);
    await transaction.planAgency.create({ data: { planId, agencyId: id, number, position } });
  }
}
