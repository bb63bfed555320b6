import { type Actor, divisionRoles, hasRole } from '@/lib/domain/authorization';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { Refusal } from '@/lib/domain/refusal';

/** Days on which somebody stands in for a reviewer; the first and the last are included. */
export type Leave = { reviewerId: string; standInId: string; fromOn: CivilDate; untilOn: CivilDate };

/**
 * Gives who reads the reports that were assigned to a reviewer on a day (China): the stand-in while the reviewer is on
 * leave, and the reviewer otherwise. A stand-in who is away too hands on nothing: one step, so that everybody can see
 * where a report lies.
 */
export function readerOn(reviewerId: string, leaves: readonly Leave[], day: CivilDate): string {
  const leave = leaves.find((each) => each.reviewerId === reviewerId && each.fromOn <= day && day <= each.untilOn);
  return leave?.standInId ?? reviewerId;
}

/**
 * Says why a leave cannot be entered, or null: its days are in order and not over, nobody stands in for himself, and
 * it meets no other leave of the same reviewer. `today` is the day in China.
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

/** Who divides the agencies among the reviewers: the coordinator (处室管理员). */
export function mayAssign(actor: Actor): boolean {
  return hasRole(actor, ['coordinator']);
}

/** Who enters or ends a leave: the coordinator anybody's, a reviewer the own one. */
export function mayEnterLeaveOf(actor: Actor, reviewerId: string): boolean {
  return mayAssign(actor) || (hasRole(actor, divisionRoles) && actor.accountId === reviewerId);
}
