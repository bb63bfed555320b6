import { type Actor, type AgencyRole, hasRole, isOfOffices } from '@/lib/domain/authorization';
import { accepted, type Refusal, type Result, refused } from '@/lib/domain/refusal';

/** Characters of a user name that the agency chooses. */
export const userNameLength = { least: 3, most: 50 };

/** An account of the agency; a closed one holds no role. */
export type Officer = { accountId: string; roles: readonly AgencyRole[] };

export type AgencyState = {
  signOffRequired: boolean;
  /** It is no more, so that nobody gets a role in it. */
  isAbolished: boolean;
  /** The offices whose issued plans have it. */
  officeIds: readonly string[];
  /** A report of the agency is waiting for its approver. */
  awaitsSignOff: boolean;
  officers: readonly Officer[];
};

/** `to` is null for an officer whose account is created by the command. */
export type OfficersCommand =
  | { name: 'hand-over'; role: AgencyRole; from: string; to: string | null }
  | { name: 'give'; role: AgencyRole; to: string | null }
  | { name: 'take'; role: AgencyRole; from: string }
  | { name: 'switch-sign-off'; required: boolean };

/** The roles of an account before and after; no roles afterwards closes it. */
export type RoleChange = { accountId: string; before: readonly AgencyRole[]; after: readonly AgencyRole[] };

const newOfficer = 'new';

/** The changes of roles when a role passes from one officer (or none) to another (or none). */
function changesOf(
  officers: readonly Officer[],
  role: AgencyRole,
  from: string | null,
  to: string | null,
): RoleChange[] {
  return officers.flatMap(({ accountId, roles }) => {
    if (accountId === from) return [{ accountId, before: roles, after: roles.filter((held) => held !== role) }];
    return accountId === to ? [{ accountId, before: roles, after: [...roles, role] }] : [];
  });
}

/** The named officers must belong to the agency, and their roles must still be as they were on the screen. */
function refuseNamed(agency: AgencyState, role: AgencyRole, from: string | null, to: string | null): Refusal | null {
  const rolesOf = (accountId: string) => agency.officers.find((officer) => officer.accountId === accountId)?.roles;
  for (const accountId of [from, to]) {
    if (accountId !== null && accountId !== newOfficer && !rolesOf(accountId)) return { code: 'not-found' };
  }
  if (from !== null && !rolesOf(from)?.includes(role)) return { code: 'officers-changed' };
  if (to === null || to === newOfficer) return null;
  const held = rolesOf(to) ?? [];
  // A closed account gets no role back; its person gets a new account.
  return held.length === 0 || held.includes(role) ? { code: 'officers-changed' } : null;
}

/** An agency that requires sign-off must keep an approver, and every agency somebody who can file. */
function refuseOutcome(agency: AgencyState, changes: readonly RoleChange[], given: AgencyRole | null): Refusal | null {
  const afterwards = agency.officers.map(
    ({ accountId, roles }) => changes.find((change) => change.accountId === accountId)?.after ?? roles,
  );
  const held = new Set([...afterwards.flat(), ...(given ? [given] : [])]);
  if (agency.signOffRequired && !held.has('approver')) return { code: 'last-approver' };
  return held.size === 0 ? { code: 'last-officer' } : null;
}

function decideSignOff({ signOffRequired, awaitsSignOff }: AgencyState, required: boolean): Result<RoleChange[]> {
  if (signOffRequired === required) return refused({ code: 'officers-changed' });
  return awaitsSignOff ? refused({ code: 'sign-off-under-way' }) : accepted([]);
}

/** The acting account, and its reason, which a coordinator has to give. */
export type OfficersAuthority = { actor: Pick<Actor, 'accountId' | 'roles' | 'offices'>; reason: string };

/**
 * Says who may act on the officers of an agency: its approver by the stored role, which a deputy has not, and the
 * coordinator of an office whose plans it carries out, with a reason, so that an agency whose approver has left is not
 * stuck.
 */
export function refuseAuthority(
  { officers, officeIds }: Pick<AgencyState, 'officers' | 'officeIds'>,
  { actor, reason }: OfficersAuthority,
): Refusal | null {
  if (hasRole(actor, ['coordinator']) && !isOfOffices(actor, officeIds)) return { code: 'not-found' };
  if (hasRole(actor, ['coordinator'])) return reason.trim() === '' ? { code: 'reason-required' } : null;
  const own = officers.find(({ accountId }) => accountId === actor.accountId);
  return own?.roles.includes('approver') ? null : { code: 'forbidden' };
}

/**
 * Decides a change among an agency's officers, which its approver may make, and the coordinator with a reason. Gives the
 * role changes. Refuses `forbidden` to all others, a missing reason (`reason-required`), accounts of other agencies and roles in one that is no more (`not-found`), roles that somebody has changed meanwhile
 * (`officers-changed`), and any change that would leave the agency without the approver that it requires
 * (`last-approver`) or without anybody who can file (`last-officer`). The approver's own role cannot go to a new
 * account: its one-time password might get lost, and nobody could issue another.
 */
export function decideOfficers(
  agency: AgencyState,
  command: OfficersCommand,
  authority: OfficersAuthority,
): Result<RoleChange[]> {
  const unauthorized = refuseAuthority(agency, authority);
  if (unauthorized) return refused(unauthorized);
  if (command.name === 'switch-sign-off') return decideSignOff(agency, command.required);

  if (agency.isAbolished && command.name !== 'take') return refused({ code: 'not-found' });

  const { name, role } = command;
  const from = name === 'give' ? null : command.from;
  const to = name === 'take' ? null : (command.to ?? newOfficer);
  const isNew = to === newOfficer;
  const objection = refuseNamed(agency, role, from, to);
  if (objection) return refused(objection);
  if (isNew && from === authority.actor.accountId && role === 'approver')
    return refused({ code: 'own-role-to-new-officer' });
  const changes = changesOf(agency.officers, role, from, to);
  const refusal = refuseOutcome(agency, changes, isNew ? role : null);
  return refusal ? refused(refusal) : accepted(changes);
}
