import 'server-only';
import { shortTitleLimit, type TaskFacts, type TimeLimitKind } from '@/lib/domain/plan/task';
import type { PlacedTask } from './read-plan';
import type { TimeLimit } from './time-limits';
import { nameOfUnit, type Unit } from './units';

/** A task of a file as a plan stores it, with the code of the stored task that an export named. */
export type FileTask = { facts: TaskFacts; code: string | null; row: number | null };

function limitOf(due: TimeLimit | null): Pick<TaskFacts, 'dueText' | 'dueOn' | 'dueKind'> {
  if (due === null) return { dueText: '', dueOn: null, dueKind: 'none' };
  const isUnread = due.kind === 'by-date' && due.on === null;
  return {
    dueText: due.text,
    dueOn: due.on,
    dueKind: isUnread ? 'none' : (due.kind.replace('-', '_') as TimeLimitKind),
  };
}

function agenciesOf(units: readonly Unit[], idsOf: (name: string) => readonly string[]): string[] {
  return [...new Set(units.flatMap((unit) => idsOf(nameOfUnit(unit))))];
}

function groupsOf(part: 'lead' | 'support', units: readonly Unit[]): TaskFacts['groups'] {
  return units.flatMap((unit) => (typeof unit === 'string' ? [] : [{ part, name: unit.group }]));
}

function factsOf(task: PlacedTask, idsOf: (name: string) => readonly string[]): TaskFacts {
  const leads = agenciesOf(task.leads, idsOf);
  return {
    number: task.number,
    headings: task.path,
    shortTitle: [...(task.shortTitle ?? '')].slice(0, shortTitleLimit).join(''),
    text: task.text,
    measures: task.content === null ? [] : task.content.split('\n').filter((line) => line.trim() !== ''),
    target: task.target ?? '',
    ...limitOf(task.due),
    leads,
    supports: agenciesOf(task.supports, idsOf).filter((id) => !leads.includes(id)),
    groups: [...groupsOf('lead', task.leads), ...groupsOf('support', task.supports)],
  };
}

/** Everything by which two rows under one number are one task: all but their measures. */
const sameness = ({ facts: { measures: _, ...facts }, code }: FileTask) => JSON.stringify([facts, code]);

/**
 * Gives the tasks of a file as a plan stores them: rows that follow each other and differ in their measures alone are
 * measures of one task. `idsOf` gives the agencies for which a name stands.
 */
export function fileTasks(tasks: readonly PlacedTask[], idsOf: (name: string) => readonly string[]): FileTask[] {
  const made: FileTask[] = [];
  for (const task of tasks) {
    const next: FileTask = { facts: factsOf(task, idsOf), code: task.code, row: task.place.id ?? null };
    const last = made.at(-1);
    if (last && next.facts.measures.length > 0 && sameness(last) === sameness(next))
      last.facts.measures.push(...next.facts.measures);
    else made.push(next);
  }
  return made;
}
