import { type Actor, divisionRoles, hasRole, holdsFor, type Offices, type Role } from '../authorization';
import { accepted, type Refusal, type Result, refused } from '../refusal';

/** The roles that an account holds for offices; all others hold for none. */
export const officeRoles = [...divisionRoles, 'leader'] as const satisfies readonly Role[];

/**
 * Gives the offices for which a new account holds its roles, by their codes: those that are named or all; where none is
 * named, the only one there is, and all as long as there is none. Refuses `office-required` where there are several,
 * `office-unknown` for a code of none, and `role-has-no-office` for an officer of an agency or an administrator.
 */
export function officesOfNewAccount(
  held: readonly Role[],
  named: Offices | undefined,
  known: readonly string[],
): Result<Offices> {
  if (!hasRole({ roles: held }, officeRoles)) {
    return named === undefined ? accepted([]) : refused({ code: 'role-has-no-office' });
  }
  if (named === 'all') return accepted(named);
  if (named === undefined) {
    if (known.length > 1) return refused({ code: 'office-required', officeCodes: known });
    return accepted(known.length === 0 ? 'all' : known);
  }
  const unknown = named.find((code) => !known.includes(code));
  return unknown === undefined ? accepted(named) : refused({ code: 'office-unknown', officeCode: unknown });
}

/** Says whether an actor makes and renames offices, and says who belongs: a coordinator of every office there is. */
export function mayKeepOffices(actor: Actor, officeIds: readonly string[]): boolean {
  return hasRole(actor, ['coordinator']) && officeIds.every((id) => holdsFor(actor, ['coordinator'], id));
}

/** An open account of the division or a leader's. */
export type Member = { accountId: string; roles: readonly Role[]; allOffices: boolean };

/**
 * Gives the refusal of the accounts that are to belong to an office, or null: `not-found` for one that is not among those
 * that may, `office-without-coordinator` where nobody would be left who can act for it.
 */
export function refuseMembers(accountIds: readonly string[], division: readonly Member[]): Refusal | null {
  if (accountIds.some((id) => !division.some(({ accountId }) => accountId === id))) return { code: 'not-found' };
  const isCoordinator = ({ accountId, roles, allOffices }: Member) =>
    roles.includes('coordinator') && (allOffices || accountIds.includes(accountId));
  return division.some(isCoordinator) ? null : { code: 'office-without-coordinator' };
}
