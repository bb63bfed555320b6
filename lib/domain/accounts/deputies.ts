import { type Actor, hasRole } from '@/lib/domain/authorization';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { Refusal } from '@/lib/domain/refusal';
import type { Officer } from './officers';

/** Days on which another officer of the agency has the approver's rights on its reports; first and last included. */
export type Deputation = { approverId: string; deputyId: string; fromOn: CivilDate; untilOn: CivilDate };

/** Says whether a deputation is in force on a day of the portal's calendar. SQL repeats it in `approverDeputizedBy`. */
export function isDeputyOn({ fromOn, untilOn }: Pick<Deputation, 'fromOn' | 'untilOn'>, day: CivilDate): boolean {
  return fromOn <= day && day <= untilOn;
}

/** Gives the deputations that are in force on a day. */
export function deputiesOn<Row extends Deputation>(deputations: readonly Row[], day: CivilDate): Row[] {
  return deputations.filter((each) => isDeputyOn(each, day));
}

/** Says who may name or end a deputy of an approver: the approver, and the coordinator for every agency. */
export function mayNameDeputyOf(actor: Pick<Actor, 'accountId' | 'roles'>, approverId: string): boolean {
  return hasRole(actor, ['coordinator']) || actor.accountId === approverId;
}

/**
 * Gives the reason why a deputy cannot be named, or null. The approver must be one of the agency (`not-found`), the
 * deputy another officer of it who has not the role already (`deputy-needs-another-officer`); the days must be in order
 * (`deputy-ends-before-it-begins`), not over (`due-date-not-ahead`) and must not meet those of another deputy of the same
 * approver (`deputy-meets-another`), so that it is always clear who signs. `today` is the day in China.
 */
export function refuseDeputy(
  wanted: Deputation,
  officers: readonly Officer[],
  others: readonly Deputation[],
  today: CivilDate,
): Refusal | null {
  const rolesOf = (accountId: string) => officers.find((officer) => officer.accountId === accountId)?.roles ?? [];
  if (!rolesOf(wanted.approverId).includes('approver')) return { code: 'not-found' };
  const held = rolesOf(wanted.deputyId);
  if (held.length === 0 || held.includes('approver')) return { code: 'deputy-needs-another-officer' };
  if (wanted.untilOn < wanted.fromOn) return { code: 'deputy-ends-before-it-begins' };
  if (wanted.untilOn < today) return { code: 'due-date-not-ahead', on: wanted.untilOn };
  const meets = others.some(
    ({ approverId, fromOn, untilOn }) =>
      approverId === wanted.approverId && fromOn <= wanted.untilOn && wanted.fromOn <= untilOn,
  );
  return meets ? { code: 'deputy-meets-another' } : null;
}
