import type { PeriodCode } from '@/lib/domain/calendar/period';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { TaskFacts } from './task';

/** The ways in which a task of an issued plan is changed. A split and a merged task end, and others begin. */
export const amendmentKinds = ['corrected', 'added', 'split', 'merged', 'moved', 'ended'] as const;
export type AmendmentKind = (typeof amendmentKinds)[number];

/** The effect of an amendment on the report of one agency: a task comes in, goes out, or reads otherwise. */
export const taskChanges = ['added', 'removed', 'changed'] as const;
export type TaskChange = (typeof taskChanges)[number];

/** An amendment as the coordinator writes it. `text` and the other facts of a moved task stay; so do the leads of a corrected one. */
export type Amendment =
  | { kind: 'corrected'; taskId: string; facts: TaskFacts }
  | { kind: 'added'; facts: TaskFacts }
  | { kind: 'split'; taskId: string; into: readonly TaskFacts[] }
  | { kind: 'merged'; taskIds: readonly string[]; facts: TaskFacts }
  | { kind: 'moved'; taskId: string; leads: string[] }
  | { kind: 'ended'; taskId: string };

/** A period of the plan, as far as amendments ask. `closesAt` is null while its deadline is provisional. */
export type AmendablePeriod = { code: PeriodCode; closesAt: Date | null; isOver: boolean };

/**
 * Gives the periods from which an amendment can hold: those whose deadline is not over, in order. The first is the running
 * one; what was due earlier stays as it was.
 */
export function amendableFrom(periods: readonly AmendablePeriod[], now: Date): PeriodCode[] {
  const isAhead = ({ closesAt, isOver }: AmendablePeriod) => !isOver && (closesAt === null || now < closesAt);
  return periods
    .filter(isAhead)
    .map(({ code }) => code)
    .sort();
}

/** A task as an amendment finds it, with the first period of its latest amendment. */
export type AmendedTask = { id: string; facts: TaskFacts; endedFrom: PeriodCode | null; lastFrom: PeriodCode | null };

/** These facts have no order of their own: the register gives theirs to what is stored, whoever types gives another. */
const unordered: readonly (keyof TaskFacts)[] = ['supports', 'groups'];

/** A fact as text that is the same wherever the fact is: neither the order of keys nor that of `unordered` counts. */
function comparable(key: keyof TaskFacts, fact: unknown): string {
  const inOrder = (_: string, value: unknown) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value;
  const isUnordered = unordered.includes(key) && Array.isArray(fact);
  return isUnordered
    ? JSON.stringify(fact.map((one) => JSON.stringify(one, inOrder)).sort())
    : JSON.stringify(fact ?? null, inOrder);
}

/** Says whether two states of a task have the same fact. */
export function isSameFact(key: keyof TaskFacts, a: TaskFacts, b: TaskFacts): boolean {
  return comparable(key, a[key]) === comparable(key, b[key]);
}

/** Gives the facts that differ between two states of a task, in each of them. */
export function changedFacts(before: TaskFacts, after: TaskFacts) {
  const keys = (Object.keys(after) as (keyof TaskFacts)[]).filter((key) => !isSameFact(key, before, after));
  const pick = (facts: TaskFacts): Partial<TaskFacts> =>
    Object.fromEntries(keys.map((key) => [key, facts[key] ?? null]));
  return { before: pick(before), after: pick(after), isChanged: keys.length > 0 };
}

function refuseFacts({ text, leads }: TaskFacts): Result<void> {
  if (text.trim() === '') return refused({ code: 'task-without-text' });
  return leads.length === 0 ? refused({ code: 'task-without-lead' }) : accepted(undefined);
}

/** Gives the facts of the tasks that an amendment changes or makes, as they are after it; none for one that ends. */
export function factsAfter(amendment: Amendment, task: AmendedTask | undefined): readonly TaskFacts[] {
  if (amendment.kind === 'split') return amendment.into;
  if (amendment.kind === 'ended' || !task) return 'facts' in amendment ? [amendment.facts] : [];
  return [amendment.kind === 'moved' ? { ...task.facts, leads: amendment.leads } : amendment.facts];
}

/** Gives the tasks that an amendment names, by their ids. */
export function namedTasks(amendment: Amendment): readonly string[] {
  if (amendment.kind === 'added') return [];
  return amendment.kind === 'merged' ? amendment.taskIds : [amendment.taskId];
}

/**
 * Decides an amendment from a period on, with its reason, on the stored tasks that it names. Refuses an unknown task, one
 * that has ended, a period that is over or lies before an earlier amendment of the task, a missing reason, text or lead, a
 * split or merging of less than two tasks, and one that changes nothing.
 */
export function decideAmendment(
  amendment: Amendment,
  { fromPeriod, reason }: { fromPeriod: PeriodCode; reason: string },
  { tasks, periods, now }: { tasks: readonly AmendedTask[]; periods: readonly AmendablePeriod[]; now: Date },
): Result<void> {
  if (tasks.length !== new Set(namedTasks(amendment)).size) return refused({ code: 'not-found' });
  if (tasks.some(({ endedFrom }) => endedFrom !== null)) return refused({ code: 'task-ended' });
  if (!amendableFrom(periods, now).includes(fromPeriod)) return refused({ code: 'amendment-period-over' });
  const later = tasks.find(({ lastFrom }) => lastFrom !== null && lastFrom > fromPeriod)?.lastFrom;
  if (later) return refused({ code: 'amendment-before-another', periodCode: later });
  if (reason.trim() === '') return refused({ code: 'reason-required' });
  const several = amendment.kind === 'split' ? amendment.into : amendment.kind === 'merged' ? tasks : null;
  if (several && several.length < 2) return refused({ code: 'task-alone' });

  const [task] = tasks;
  const after = factsAfter(amendment, task);
  const wrong = after.map(refuseFacts).find(({ ok }) => !ok);
  if (wrong) return wrong;
  const isUpdate = amendment.kind === 'corrected' || amendment.kind === 'moved';
  if (isUpdate && task && after[0] && !changedFacts(task.facts, after[0]).isChanged)
    return refused({ code: 'task-unchanged' });
  return accepted(undefined);
}
