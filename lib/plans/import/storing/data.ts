import 'server-only';
import { type TaskDifference, taskDifferences } from '@/lib/domain/plan/task-differences';
import type { DraftReading } from '@/lib/imports/plan/draft-reading';
import { fileTasks } from '@/lib/imports/plan/draft-tasks';
import { listStoredTasks } from '@/lib/plans/tasks/data';
import { db, type Transaction } from '@/lib/server/database/db';

/** Lists the tasks of a plan that have not ended, in their order. */
export async function listRunningTasks(planId: string, within: Transaction | typeof db = db) {
  return (await listStoredTasks(planId, undefined, within)).filter(({ endedFrom }) => endedFrom === null);
}

/** The agencies of a name before they are stored; a new one stands under its name. */
function idsOf({ units }: DraftReading): (name: string) => readonly string[] {
  const meanings = new Map(units.map(({ name, meaning }) => [name, meaning]));
  return (name) => {
    const meaning = meanings.get(name);
    return meaning?.kind === 'agencies' ? meaning.ids : [name];
  };
}

/** Gives how the tasks of a file differ from those of a plan, before anything is stored. */
export async function listDifferences(
  planId: string,
  reading: DraftReading,
  within: Transaction | typeof db = db,
): Promise<TaskDifference[]> {
  return taskDifferences(await listRunningTasks(planId, within), fileTasks(reading.tasks, idsOf(reading)));
}
