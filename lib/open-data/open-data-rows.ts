import 'server-only';
import type { AgencyName, Plan, PlanPeriod, PlanTask } from '@/lib/plans/data';
import type { PublishedReport } from '@/lib/publication/data';

/** What the open data say of a plan. */
export function planRow({ periods, tasks, ...plan }: Plan) {
  const agencies = new Set(tasks.map(({ leadAgency }) => leadAgency.code));
  return { ...plan, agencies: agencies.size, tasks: tasks.length, quarters: periods.map(({ quarter }) => quarter) };
}

/** What the open data say of a period: civil dates in the portal's zone, instants in UTC. */
export function periodRow({ quarter, opensAt, dueOn, closesAt, provisional, reasons }: PlanPeriod) {
  return { quarter, opensAt, dueOn, closesAt, provisional, reasons };
}

/** The agencies that lead the tasks, in the order of the annex, each with the codes of its tasks. */
export function agencyRows(tasks: readonly PlanTask[]): (AgencyName & { tasks: string[] })[] {
  const agencies = new Map<string, AgencyName & { tasks: string[] }>();
  for (const { code, leadAgency } of tasks) {
    const agency = agencies.get(leadAgency.code) ?? { ...leadAgency, tasks: [] };
    agencies.set(agency.code, agency);
    agency.tasks.push(code);
  }
  return [...agencies.values()];
}

/** A task with what has been published of it: the chosen sections of each quarter, and nothing else. */
export function taskRow(task: PlanTask, reports: readonly PublishedReport[]) {
  const published = reports
    .flatMap(({ quarter, publishedAt, content }) => {
      const entry = content.entries.find(({ taskCode }) => taskCode === task.code);
      if (!entry) return [];
      const { noProgress, noProblems } = entry;
      const sections = Object.fromEntries(content.sections.map((section) => [section, entry[section] ?? '']));
      return [{ quarter, publishedAt, noProgress, noProblems, sections }];
    })
    .toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1));
  return { ...task, published };
}
