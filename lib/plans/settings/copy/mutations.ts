import 'server-only';
import { civilDateFromStored, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { textYearsLater, yearsLater, yearsOf } from '@/lib/domain/plan/plan-settings';
import type { TaskFacts } from '@/lib/domain/plan/task';
import { storeTasks } from '@/lib/plans/tasks/mutations';
import type { Transaction } from '@/lib/server/database/db';
import { listUnendedTasks, type UnendedTask } from './data';

type Years = { firstYear: number; lastYear: number; step: number };

const factsLater = (facts: TaskFacts, years: Years): TaskFacts => ({
  ...facts,
  dueText: textYearsLater(facts.dueText, years, years.step),
  dueOn: facts.dueOn && yearsLater(facts.dueOn, years.step),
});

/** Indicators keep their names and units; the values of the year that is over are for people to set. */
async function copyParts(transaction: Transaction, tasks: readonly UnendedTask[], ids: string[], step: number) {
  const of = <Part extends { id: string; taskId: string }>(parts: (task: UnendedTask) => Part[]) =>
    tasks.flatMap((task, index) =>
      parts(task).map(({ id: _, ...part }) => ({ ...part, taskId: ids[index] as string })),
    );
  await transaction.indicator.createMany({
    data: of(({ indicators }) => indicators).map((each) => ({ ...each, periodTargets: {} })),
  });
  await transaction.milestone.createMany({
    data: of(({ milestones }) => milestones).map(({ dueOn, ...each }) => ({
      ...each,
      dueOn: dueOn && storedDateOf(yearsLater(civilDateFromStored(dueOn), step)),
    })),
  });
}

/**
 * Copies the tasks of a plan that are not ended into a new one, whose first year says by how many years their time limits
 * move, and the numbers of its agencies.
 */
export async function copyTasks(
  transaction: Transaction,
  sourceId: string,
  planId: string,
  firstYear: number,
): Promise<void> {
  const source = await transaction.plan.findUniqueOrThrow({ where: { id: sourceId } });
  const own = yearsOf({ firstOn: civilDateFromStored(source.firstOn), lastOn: civilDateFromStored(source.lastOn) });
  const years = { ...own, step: firstYear - own.firstYear };
  const tasks = await listUnendedTasks(transaction, sourceId);
  const leads = [...new Set(tasks.flatMap(({ facts }) => facts.leads))];
  await transaction.$executeRaw`
    INSERT INTO "PlanAgency" ("planId", "agencyId", number, position)
    SELECT ${planId}::uuid, "agencyId", number, position FROM "PlanAgency"
    WHERE "planId" = ${sourceId}::uuid AND "agencyId" = ANY(${leads}::uuid[])`;
  const ids = await storeTasks(
    transaction,
    planId,
    tasks.map(({ facts }) => factsLater(facts, years)),
  );
  await copyParts(transaction, tasks, ids, years.step);
}
