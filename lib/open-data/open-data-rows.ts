import 'server-only';
import { emptyOf, fieldOfKey, fieldsOfKind } from '@/lib/domain/report/entry';
import type { AgencyName, Plan, PlanPeriod, PlanTask } from '@/lib/plans/data';
import type { PublishedReport } from '@/lib/publication/data';

/** Gives a plan as open data. */
export function planRow({ periods, tasks, ...plan }: Plan) {
  const agencies = new Set(tasks.map(({ leadAgency }) => leadAgency.code));
  return { ...plan, agencies: agencies.size, tasks: tasks.length, quarters: periods.map(({ code }) => code) };
}

/** Gives a period as open data: civil dates in the portal's zone, instants in UTC. */
export function periodRow({ code: periodCode, opensAt, dueOn, closesAt, provisional, reasons }: PlanPeriod) {
  return { quarter: periodCode, opensAt, dueOn, closesAt, provisional, reasons };
}

/** Gives the agencies that lead tasks, in the order of the annex, each with the codes of its tasks. */
export function agencyRows(tasks: readonly PlanTask[]): (AgencyName & { tasks: string[] })[] {
  const agencies = new Map<string, AgencyName & { tasks: string[] }>();
  for (const { code, leadAgency } of tasks) {
    const agency = agencies.get(leadAgency.code) ?? { ...leadAgency, tasks: [] };
    agencies.set(agency.code, agency);
    agency.tasks.push(code);
  }
  return [...agencies.values()];
}

/** A task with what has been published of it: the chosen parts of each period, and nothing else. */
export function taskRow(task: PlanTask, reports: readonly PublishedReport[]) {
  const published = reports
    .flatMap(({ periodCode, publishedAt, content }) => {
      const entry = content.entries.find(({ taskCode }) => taskCode === task.code);
      if (!entry) return [];
      const ticks = Object.fromEntries(fieldsOfKind('tick').map(({ key }) => [key, entry[key]]));
      const sections = Object.fromEntries(
        content.sections.map((part) => [part, entry[part] ?? emptyOf(fieldOfKey(part))]),
      );
      return [{ quarter: periodCode, publishedAt, ...ticks, sections }];
    })
    .toSorted((a, b) => (a.quarter < b.quarter ? -1 : 1));
  return { ...task, published };
}
