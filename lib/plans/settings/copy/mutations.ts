import 'server-only';
import { civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import { textYearsLater, yearsLater, yearsOf } from '@/lib/domain/plan/plan-settings';
import type { TaskFacts } from '@/lib/domain/plan/task';
import { listStoredTasks } from '@/lib/plans/tasks/data';
import { storeTasks } from '@/lib/plans/tasks/mutations';
import type { Transaction } from '@/lib/server/database/db';

type Years = { firstYear: number; lastYear: number; step: number };

/** Indicators keep their targets for the whole plan; those of single periods belong to periods that are over. */
function factsLater({ indicators = [], milestones = [], ...facts }: TaskFacts, years: Years): TaskFacts {
  const { step } = years;
  return {
    ...facts,
    dueText: textYearsLater(facts.dueText, years, step),
    dueOn: facts.dueOn && yearsLater(facts.dueOn, step),
    indicators: indicators.map((indicator) => ({ ...indicator, periodTargets: {} })),
    milestones: milestones.map(({ name, dueOn }) => ({ name, dueOn: dueOn && yearsLater(dueOn, step) })),
  };
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
  const stored = await listStoredTasks(sourceId, undefined, transaction);
  const tasks = stored.filter(({ endedFrom }) => endedFrom === null).map(({ facts }) => factsLater(facts, years));
  await transaction.$executeRaw`
    INSERT INTO "PlanAgency" ("planId", "agencyId", number, position)
    SELECT ${planId}::uuid, "agencyId", number, position FROM "PlanAgency"
    WHERE "planId" = ${sourceId}::uuid AND "agencyId" = ANY(${tasks.flatMap(({ leads }) => leads)}::uuid[])`;
  await storeTasks(transaction, planId, tasks);
}
