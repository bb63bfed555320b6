import 'server-only';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { TaskFacts } from '@/lib/domain/plan/task';
import { type Amendment, changedFacts } from '@/lib/domain/plan/task-amendment';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { amendTask } from '@/lib/plans/tasks/amendments/mutations';
import { findPlanTasks, type StoredTask } from '@/lib/plans/tasks/data';
import { agenciesNamed, factsOfTyped } from '@/lib/plans/tasks/typed-task';
import type { SeenPlan } from '@/lib/schemas/plan';
import type { TypedTask } from '@/lib/schemas/plan-task';
import type { AskContext } from '@/lib/server/database/write-path';

/** The task and the terms of an amendment as they were typed; no period where none could be read. */
type Typed = SeenPlan & { task: string; fromPeriod: PeriodCode | null; reason: string };

async function amend(
  { plan, version, fromPeriod, reason }: Typed,
  amendment: Result<Amendment>,
  context: AskContext,
): Promise<Result<void>> {
  if (!amendment.ok) return amendment;
  if (fromPeriod === null) return refused({ code: 'amendment-period-over' });
  return amendTask(plan, amendment.value, { fromPeriod, reason }, { ...context, version });
}

/** Gives an amendment of a stored task, or refuses where the plan has none of this code. */
async function ofTask(
  { plan, task: code }: Typed,
  amendmentOf: (task: StoredTask, tasks: readonly StoredTask[]) => Result<Amendment> | Promise<Result<Amendment>>,
): Promise<Result<Amendment>> {
  const tasks = await findPlanTasks(plan);
  const task = tasks.find((each) => each.code === code);
  return task ? amendmentOf(task, tasks) : refused({ code: 'not-found' });
}

/** A task that reads as before and has other leads is moved; any other change is a correction. */
function changeOf({ id, facts: before }: StoredTask, facts: TaskFacts): Amendment {
  const changed = Object.keys(changedFacts(before, facts).after);
  const isMoved = changed.includes('leads') && changed.every((key) => key === 'leads');
  return isMoved ? { kind: 'moved', taskId: id, leads: facts.leads } : { kind: 'corrected', taskId: id, facts };
}

/** Amends a task as it was typed, or adds one where no code is given. */
export async function amendTypedTask(typed: Typed & TypedTask, context: AskContext): Promise<Result<void>> {
  const facts = await factsOfTyped(typed);
  if (!facts.ok) return facts;
  if (typed.task === '') return amend(typed, accepted({ kind: 'added', facts: facts.value }), context);
  return amend(typed, await ofTask(typed, (task) => accepted(changeOf(task, facts.value))), context);
}

/** Ends a task. */
export async function endTask(typed: Typed, context: AskContext): Promise<Result<void>> {
  return amend(typed, await ofTask(typed, ({ id }) => accepted({ kind: 'ended', taskId: id })), context);
}

type TypedPart = { text: string; leads: readonly string[] };

/** The facts of a part: its own text and leads, where it names any, and everything else of its task. */
async function factsOfPart(facts: TaskFacts, { text, leads }: TypedPart): Promise<Result<TaskFacts>> {
  const part = { ...facts, shortTitle: '', text };
  if (leads.length === 0) return accepted(part);
  const named = await agenciesNamed(leads, 'lead');
  if (!named.ok) return named;
  const groups = [...facts.groups.filter((group) => group.part === 'support'), ...named.value.groups];
  const supports = facts.supports.filter((id) => !named.value.ids.includes(id));
  return accepted({ ...part, leads: named.value.ids, supports, groups });
}

/** Splits a task into parts. */
export async function splitTask(typed: Typed & { parts: readonly TypedPart[] }, context: AskContext) {
  const amendment = await ofTask(typed, async ({ id, facts }): Promise<Result<Amendment>> => {
    const into: TaskFacts[] = [];
    for (const part of typed.parts) {
      const result = await factsOfPart(facts, part);
      if (!result.ok) return result;
      into.push(result.value);
    }
    return accepted({ kind: 'split', taskId: id, into });
  });
  return amend(typed, amendment, context);
}

/** Merges a task with others, which are named by their numbers. */
export async function mergeTasks(typed: Typed & TypedPart & { others: readonly number[] }, context: AskContext) {
  const amendment = await ofTask(typed, async ({ id, facts }, tasks): Promise<Result<Amendment>> => {
    const others = typed.others.map((number) => tasks.find(({ position }) => position === number)?.id);
    if (others.some((other) => other === undefined)) return refused({ code: 'not-found' });
    const merged = await factsOfPart(facts, typed);
    if (!merged.ok) return merged;
    const taskIds = [...new Set([id, ...others.flatMap((other) => other ?? [])])];
    return accepted({ kind: 'merged', taskIds, facts: merged.value });
  });
  return amend(typed, amendment, context);
}
