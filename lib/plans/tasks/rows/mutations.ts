import 'server-only';
import { storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { TaskFacts } from '@/lib/domain/plan/task';
import type { Transaction } from '@/lib/server/database/db';
import type { Prisma } from '@/lib/server/generated/client';

/** So many rows go into one statement, whose values are numbered up to 65,535. */
const mostRows = 1000;

/** Writes rows in statements of a bounded size, and gives their answers in order. */
export async function inBatches<Row, Answer>(
  rows: readonly Row[],
  write: (some: Row[]) => Promise<Answer>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  for (let from = 0; from < rows.length; from += mostRows) answers.push(await write(rows.slice(from, from + mostRows)));
  return answers;
}

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
  const groups = tasks.flatMap(({ id, facts }) => facts.groups.map((group) => ({ taskId: id, ...group })));
  await inBatches(groups, (data) => transaction.taskGroup.createMany({ data, skipDuplicates: true }));
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

/** Removes the groups, indicators and milestones of tasks. */
export async function removeDetails(transaction: Transaction, task: Prisma.TaskWhereInput): Promise<void> {
  await transaction.taskGroup.deleteMany({ where: { task } });
  await transaction.indicator.deleteMany({ where: { task } });
  await transaction.milestone.deleteMany({ where: { task } });
}

/** Removes everything of tasks of a draft beside their own rows; on none of them was anything reported. */
export async function removeRowsOf(transaction: Transaction, task: Prisma.TaskWhereInput): Promise<void> {
  await transaction.taskLead.deleteMany({ where: { task } });
  await transaction.supportingAgency.deleteMany({ where: { task } });
  await removeDetails(transaction, task);
}

/** Stores everything of new tasks beside their own rows: leads, supporting agencies, groups, indicators, milestones. */
export async function storeRowsOf(transaction: Transaction, tasks: readonly PlacedTask[]): Promise<void> {
  const leads = tasks.flatMap(({ id, facts, fromPeriod }) =>
    [...new Set(facts.leads)].map((agencyId, index) => ({ taskId: id, agencyId, position: index + 1, fromPeriod })),
  );
  await inBatches(leads, (data) => transaction.taskLead.createMany({ data }));
  const supports = tasks.flatMap(({ id, facts, fromPeriod }) =>
    [...new Set(facts.supports)].map((agencyId) => ({ taskId: id, agencyId, fromPeriod })),
  );
  await inBatches(supports, (data) => transaction.supportingAgency.createMany({ data }));
  await storeDetails(transaction, tasks);
}
