import type { DeadlineRule } from '@/lib/domain/deadline/deadline';
import type { AgencyName, Plan, PlanTask } from '@/lib/plans/data';
import type { Translate } from '@/lib/text/translator';

export type AgencyOfPlan = AgencyName & { tasks: PlanTask[] };

/** The plan's rule as a sentence. */
export function ruleSentence(t: Translate, { nthWorkingDay, inclusive, cutoff }: DeadlineRule): string {
  return t(inclusive ? 'public.plan.ruleInclusive' : 'public.plan.ruleExclusive', { nth: nthWorkingDay, cutoff });
}

/** The agencies of a plan in the order of its annex, each with the tasks that it leads. */
export function agenciesOf(plan: Plan): AgencyOfPlan[] {
  const agencies = new Map<string, AgencyOfPlan>();
  for (const task of plan.tasks) {
    const agency = agencies.get(task.leadAgency.code) ?? { ...task.leadAgency, tasks: [] };
    agencies.set(agency.code, agency);
    agency.tasks.push(task);
  }
  return [...agencies.values()];
}
