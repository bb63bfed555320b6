import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { Refusal } from '@/lib/domain/refusal';
import { comparedName } from './names';
import { type RegisterEntry, refuseEntry } from './register';

/** The ways in which an agency ends: into one other, into several, or without being part of another. */
export const endings = ['merged', 'split', 'abolished'] as const;
export type Ending = (typeof endings)[number];

/** The accounts of the officers of an agency that ends. */
export const accountOutcomes = ['close', 'move'] as const;
export type AccountOutcome = (typeof accountOutcomes)[number];

/** A change holds from a day that has come: what is to be later is entered later. */
const refuseDay = (on: CivilDate, today: CivilDate): Refusal | null =>
  on > today ? { code: 'agency-change-ahead' } : null;

/** Gives the aliases of a renamed agency: its old name is one of them, and its new one is none. */
export function aliasesAfter(agency: Pick<RegisterEntry, 'name' | 'aliases'>, name: string): string[] {
  const kept = agency.aliases.filter((alias) => comparedName(alias) !== comparedName(name));
  return kept.includes(agency.name) ? kept : [...kept, agency.name];
}

type FullEntry = RegisterEntry & { kind: string; position: number };

/** Gives the reason why an agency cannot be renamed: a day that has not come, the same name, a name that means another agency. */
export function refuseRenaming(
  agency: FullEntry,
  { name, on, today }: { name: string; on: CivilDate; today: CivilDate },
  register: readonly RegisterEntry[],
): Refusal | null {
  if (name === agency.name) return { code: 'agency-name-taken', name, agency: agency.name };
  const entry = { ...agency, name, aliases: aliasesAfter(agency, name) };
  return refuseDay(on, today) ?? refuseEntry(agency.id, entry, register);
}

/** A task that an agency leads and that is not over, with the agency that takes it on. */
export type Handover = { taskId: string; successorId: string };

export type EndingRequest = {
  kind: Ending;
  on: CivilDate;
  successorIds: readonly string[];
  handovers: readonly Handover[];
  accounts: AccountOutcome;
};

/** Says whether so many agencies can take the place of one that ends in this way. */
export function areEnough(kind: Ending, successors: number): boolean {
  if (kind === 'abolished') return true;
  return kind === 'merged' ? successors === 1 : successors >= 2;
}

/**
 * Gives the reason why an agency cannot end as asked: a day that has not come; too few successors, or one that is the agency
 * itself or is no more; a task that is open, or supported, or an account that moves, without a successor
 * (`successor-missing`). `openTasks` are the tasks that it leads now.
 */
export function refuseEnding(
  agency: RegisterEntry,
  request: EndingRequest,
  { openTasks, supported, today }: { openTasks: readonly string[]; supported: number; today: CivilDate },
  register: readonly RegisterEntry[],
): Refusal | null {
  const early = refuseDay(request.on, today);
  if (early) return early;
  const successors = request.successorIds.map((id) => register.find((each) => each.id === id));
  if (successors.some((each) => each === undefined || each.id === agency.id)) return { code: 'not-found' };
  const ended = successors.find((each) => each?.successors !== null);
  if (ended) return { code: 'agency-abolished', agency: ended.name };
  const needsOne = supported > 0 || request.accounts === 'move';
  const isTaken = (taskId: string) =>
    request.handovers.some((each) => each.taskId === taskId && request.successorIds.includes(each.successorId));
  const isEnough = areEnough(request.kind, new Set(request.successorIds).size);
  if (!isEnough || (needsOne && successors.length === 0) || !openTasks.every(isTaken))
    return { code: 'successor-missing' };
  return null;
}
