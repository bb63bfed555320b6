import { type Actor, divisionRoles, hasRole } from '@/lib/domain/authorization';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { Refusal } from '@/lib/domain/refusal';

/** Days on which a stand-in replaces a reviewer; the first and the last are included. */
export type Leave = { reviewerId: string; standInId: string; fromOn: CivilDate; untilOn: CivilDate };

/**
 * Gives the account that reads a reviewer's assigned reports on a day (in China): the stand-in while the reviewer is on
 * leave, otherwise the reviewer. A stand-in who is away too passes nothing on, so that it stays easy to see who has a
 * report.
 */
export function readerOn(reviewerId: string, leaves: readonly Leave[], day: CivilDate): string {
  const leave = leaves.find((each) => each.reviewerId === reviewerId && each.fromOn <= day && day <= each.untilOn);
  return leave?.standInId ?? reviewerId;
}

/**
 * Gives the reason why a leave cannot be entered, or null: its days must be in order and not over, a reviewer cannot be
 * the own stand-in, and it must not overlap another leave of the same reviewer. `today` is the day in China.
 */
export function refuseLeave(leave: Leave, others: readonly Leave[], today: CivilDate): Refusal | null {
  if (leave.standInId === leave.reviewerId) return { code: 'stands-in-for-himself' };
  if (leave.untilOn < leave.fromOn) return { code: 'leave-ends-before-it-begins' };
  if (leave.untilOn < today) return { code: 'due-date-not-ahead', on: leave.untilOn };
  const meets = others.some(
    (other) => other.reviewerId === leave.reviewerId && other.fromOn <= leave.untilOn && leave.fromOn <= other.untilOn,
  );
  return meets ? { code: 'leave-meets-another' } : null;
}

/** Says who assigns agencies to reviewers: the coordinator (处室管理员). */
export function mayAssign(actor: Actor): boolean {
  return hasRole(actor, ['coordinator']);
}

/** Says who may enter or end a leave: the coordinator for every reviewer, a reviewer for the own account. */
export function mayEnterLeaveOf(actor: Actor, reviewerId: string): boolean {
  return mayAssign(actor) || (hasRole(actor, divisionRoles) && actor.accountId === reviewerId);
}
