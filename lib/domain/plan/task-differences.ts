import type { TaskFacts } from './task';
import { isSameFact } from './task-amendment';

export type StoredTask = { id: string; code: string; facts: TaskFacts };

/** A task of a file; one that an export of the portal wrote names the code of its stored task. */
export type NamedTask = { facts: TaskFacts; code: string | null };

/** A difference between the tasks of a file and those of a plan. */
export type TaskDifference =
  | { kind: 'added'; facts: TaskFacts }
  | { kind: 'changed'; stored: StoredTask; facts: TaskFacts; fields: (keyof TaskFacts)[] }
  | { kind: 'gone'; stored: StoredTask };

/** Names a difference among those of one file. */
export function differenceKey(difference: TaskDifference): string {
  if (difference.kind !== 'added') return `${difference.kind}:${difference.stored.code}`;
  const { number, text } = difference.facts;
  return `added:${number}:${text.slice(0, 80).replaceAll(/\s+/g, ' ')}`;
}

/** Gives the facts of a file in which it differs from a stored task; of what it says nothing, it changes nothing. */
function differingFacts(stored: TaskFacts, file: TaskFacts): (keyof TaskFacts)[] {
  return (Object.keys(file) as (keyof TaskFacts)[]).filter((field) => !isSameFact(field, stored, file));
}

/** The facts by which a task is found again, from the surest on; nobody has two equal ones in use. */
const keysOf: ((task: { facts: TaskFacts; code: string | null }) => string | null)[] = [
  ({ code }) => code,
  ({ facts }) => JSON.stringify([facts.headings, facts.number, facts.text]),
  ({ facts }) => facts.text,
  ({ facts: { headings, number } }) => (number === '' ? null : JSON.stringify([headings, number])),
];

/** Pairs tasks of a file with stored ones: each with one at most, by the surest of their common marks. */
function pairsOf(stored: readonly StoredTask[], tasks: readonly NamedTask[]): Map<NamedTask, StoredTask> {
  const pairs = new Map<NamedTask, StoredTask>();
  const free = new Set(stored);
  for (const keyOf of keysOf) {
    const byKey = new Map<string, StoredTask[]>();
    for (const task of free) {
      const key = keyOf(task);
      if (key !== null) byKey.set(key, [...(byKey.get(key) ?? []), task]);
    }
    for (const task of tasks) {
      const key = pairs.has(task) ? null : keyOf(task);
      const found = key === null ? undefined : byKey.get(key)?.shift();
      if (!found) continue;
      pairs.set(task, found);
      free.delete(found);
    }
  }
  return pairs;
}

/**
 * Compares the tasks of a file with those of a plan: which of them are new, which differ and in which facts, and which the
 * file has no more. An export of the portal that nobody has changed gives none.
 */
export function taskDifferences(stored: readonly StoredTask[], tasks: readonly NamedTask[]): TaskDifference[] {
  const pairs = pairsOf(stored, tasks);
  const found = new Set(pairs.values());
  const differences = tasks.flatMap((task): TaskDifference[] => {
    const pair = pairs.get(task);
    if (!pair) return [{ kind: 'added', facts: task.facts }];
    const fields = differingFacts(pair.facts, task.facts);
    return fields.length > 0
      ? [{ kind: 'changed', stored: pair, facts: { ...pair.facts, ...task.facts }, fields }]
      : [];
  });
  const gone = stored.filter((task) => !found.has(task));
  return [...differences, ...gone.map((task): TaskDifference => ({ kind: 'gone', stored: task }))];
}
