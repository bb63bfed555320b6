import 'server-only';
import { storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { TaskFacts } from '@/lib/domain/plan/task';
import type { Transaction } from '@/lib/server/database/db';

/** The columns of a task's own row. */
export function taskColumns(facts: TaskFacts) {
  const { number, headings, shortTitle, text, measures, target, dueText, dueOn, dueKind } = facts;
  return {
    number,
    headings,
    shortTitle,
    text,
    measures,
    target,
    dueText,
    dueOn: dueOn && storedDateOf(dueOn),
    dueKind,
  };
}

/** A task with its facts, from the first period for which they hold; null for every period. */
export type PlacedTask = { id: string; facts: TaskFacts; fromPeriod: string | null };

/** Stores the groups, indicators and milestones of tasks that have none stored. */
export async function storeDetails(transaction: Transaction, tasks: readonly Omit<PlacedTask, 'fromPeriod'>[]) {
  await transaction.taskGroup.createMany({
    data: tasks.flatMap(({ id, facts }) => facts.groups.map((group) => ({ taskId: id, ...group }))),
    skipDuplicates: true,
  });
  await transaction.indicator.createMany({
    data: tasks.flatMap(({ id, facts: { indicators = [] } }) =>
      indicators.map((indicator, index) => ({ ...indicator, taskId: id, position: index + 1 })),
    ),
  });
  await transaction.milestone.createMany({
    data: tasks.flatMap(({ id, facts: { milestones = [] } }) =>
      milestones.map(({ name, dueOn }, index) => ({
        taskId: id,
        position: index + 1,
        name,
        dueOn: dueOn && storedDateOf(dueOn),
      })),
    ),
  });
}

/** Removes the groups, indicators and milestones of a task. */
export async function removeDetails(transaction: Transaction, taskId: string): Promise<void> {
  await transaction.taskGroup.deleteMany({ where: { taskId } });
  await transaction.indicator.deleteMany({ where: { taskId } });
  await transaction.milestone.deleteMany({ where: { taskId } });
}

/** Stores everything of new tasks beside their own rows: leads, supporting agencies, groups, indicators, milestones. */
export async function storeRowsOf(transaction: Transaction, tasks: readonly PlacedTask[]): Promise<void> {
  await transaction.taskLead.createMany({
    data: tasks.flatMap(({ id, facts, fromPeriod }) =>
      [...new Set(facts.leads)].map((agencyId, index) => ({ taskId: id, agencyId, position: index + 1, fromPeriod })),
    ),
  });
  await transaction.supportingAgency.createMany({
    data: tasks.flatMap(({ id, facts, fromPeriod }) =>
      [...new Set(facts.supports)].map((agencyId) => ({ taskId: id, agencyId, fromPeriod })),
    ),
  });
  await storeDetails(transaction, tasks);
}
