import 'server-only';
import { slipsIn } from '@/lib/domain/agencies/near-names';
import type { PlanProblem, ProblemCell } from './plan-source';
import type { DraftTask } from './plan-task';
import { nameOfUnit, type Unit } from './units';

/** Says at which cell a problem of a task stands. */
export function cellOf(task: DraftTask, kind: keyof DraftTask['columns']): ProblemCell {
  return { row: task.place, ...task.columns[kind] };
}

const namesIn = (units: readonly Unit[]) => units.filter((unit) => typeof unit === 'string');

/** Names that are one slip from another of the file, but for those that somebody has settled. */
export function slipProblems(tasks: readonly DraftTask[], isSettled: (name: string) => boolean): PlanProblem[] {
  const slips = slipsIn(tasks.flatMap(({ leads, supports }) => namesIn([...leads, ...supports])));
  return tasks.flatMap((task) =>
    (['leads', 'supports'] as const).flatMap((kind) =>
      namesIn(task[kind]).flatMap((name): PlanProblem[] => {
        const meant = isSettled(name) ? undefined : slips.get(name);
        return meant ? [{ code: 'agency-unknown', at: cellOf(task, kind), values: { name, meant } }] : [];
      }),
    ),
  );
}

/** Two different tasks under one number: measures of one task share its text. */
export function doubleNumbers(tasks: readonly DraftTask[]): PlanProblem[] {
  const first = new Map<string, DraftTask>();
  return tasks.flatMap((task): PlanProblem[] => {
    const key = `${task.path.join('\n')}\n${task.number}`;
    const known = first.get(key);
    if (task.number === null || !known || known.text === task.text) {
      if (!known) first.set(key, task);
      return [];
    }
    return [{ code: 'number-twice', severity: 'warning', at: cellOf(task, 'number'), values: { number: task.number } }];
  });
}

/** Characters that the parts of a task may have, as the tables hold them. */
const mostCharacters = { number: 32, text: 4_000, content: 4_000, target: 2_000, due: 200 } as const;

const mostInName = 100;

/** Parts of a task that are longer than a plan can hold. */
export function lengthProblems(tasks: readonly DraftTask[]): PlanProblem[] {
  return tasks.flatMap((task) => {
    const parts = Object.entries(mostCharacters) as [keyof typeof mostCharacters, number][];
    const long = parts.filter(([kind, limit]) => (task[kind] ?? '').length > limit);
    const names = (['leads', 'supports'] as const).filter((kind) =>
      task[kind].some((unit) => nameOfUnit(unit).length > mostInName),
    );
    return [...long, ...names.map((kind) => [kind, mostInName] as const)].map(
      ([kind, limit]): PlanProblem => ({ code: 'text-too-long', at: cellOf(task, kind), values: { limit } }),
    );
  });
}
