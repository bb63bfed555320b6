import 'server-only';
import type { TaskFacts } from '@/lib/domain/plan/task';
import type { TaskDifference } from '@/lib/domain/plan/task-differences';
import { keepPlanAgencies, storeTasks } from '@/lib/plans/tasks/mutations';
import { removeRowsOf, storeRowsOf, taskColumns } from '@/lib/plans/tasks/rows/mutations';
import type { Transaction } from '@/lib/server/database/db';

/** Tasks that are stored between two reports of progress. */
const atOnce = 500;

/** Stores tasks behind those of a plan; `onProgress` is told how many are stored. */
async function addTasks(
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

/** Takes tasks out of a draft. */
async function removeTasks(transaction: Transaction, taskIds: string[]): Promise<void> {
  if (taskIds.length === 0) return;
  const gone = { id: { in: taskIds } };
  await removeRowsOf(transaction, gone);
  await transaction.task.deleteMany({ where: gone });
}

/** Makes a task of a draft what its file says; a file has no indicators and milestones, so that those stay. */
async function changeTask(transaction: Transaction, id: string, facts: TaskFacts): Promise<void> {
  const { indicators: _, milestones: __, ...named } = facts;
  const where = { taskId: id };
  await transaction.taskLead.deleteMany({ where });
  await transaction.supportingAgency.deleteMany({ where });
  await transaction.taskGroup.deleteMany({ where });
  await transaction.task.update({ where: { id }, data: taskColumns(facts), select: { id: true } });
  await storeRowsOf(transaction, [{ id, facts: named, fromPeriod: null }]);
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
  await keepPlanAgencies(transaction, planId);
}
