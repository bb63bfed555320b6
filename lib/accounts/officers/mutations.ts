import 'server-only';
import { makeOneTimePassword, storeAccount } from '@/lib/accounts/mutations';
import {
  type AgencyState,
  decideOfficers,
  type OfficersCommand,
  type RoleChange,
} from '@/lib/domain/accounts/officers';
import { type Actor, type AgencyRole, hasRole } from '@/lib/domain/authorization';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { realNow } from '@/lib/server/clock';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { LostRace } from '@/lib/server/database/write-path';
import { hashPassword } from '@/lib/server/session/passwords';
import { getAgencyForUpdate, type StoredAgency } from './stored-agency';

export type OfficersContext = {
  actor: Actor;
  address: string;
  /** The agency, for the coordinator; everybody else acts on the own one. */
  agencyId?: string;
  /** Required of the coordinator, and part of the record. */
  reason?: string;
};

/** The agency on which an account acts: an officer on the own one alone, the coordinator on the one that is named. */
export function agencyActedOn({ actor, agencyId = actor.agencyId ?? undefined }: OfficersContext): string | null {
  const mayAct = agencyId !== undefined && (agencyId === actor.agencyId || hasRole(actor, ['coordinator']));
  return mayAct ? agencyId : null;
}

type NewOfficer = { userName: string; displayName: string };

export type Opened = NewOfficer & { oneTimePassword: string };

export type Named = NewOfficer & { accountId: string };

type RecordedChange = {
  role?: AgencyRole;
  from?: Named;
  to?: Named;
  officer?: Named;
  agencyCode?: string;
  signOffRequired?: boolean;
};

type Change = {
  transaction: Transaction;
  agency: StoredAgency;
  /** Records an event of the agency in the name of the acting account. */
  record: (name: string, detail: RecordedChange) => Promise<unknown>;
};

/** An account of the agency with its names, for the record. */
export function namedIn({ accounts }: StoredAgency, accountId: string): Named {
  const account = accounts.find((each) => each.accountId === accountId);
  if (!account) throw new LostRace();
  const { userName, displayName } = account;
  return { accountId, userName, displayName };
}

/** Stores the changed roles. An account that would lose its last role keeps it for the record and is closed. */
async function storeRoles({ transaction, agency, record }: Change, changes: readonly RoleChange[]): Promise<void> {
  for (const { accountId, before, after } of changes) {
    const isClosed = after.length === 0;
    const { count } = await transaction.account.updateMany({
      where: { id: accountId, agencyId: agency.id, closedAt: null, roles: { equals: [...before] } },
      data: isClosed ? { closedAt: realNow() } : { roles: { set: [...after] } },
    });
    if (count !== 1) throw new LostRace();
    if (!isClosed) continue;
    await transaction.session.updateMany({ where: { accountId, endedAt: null }, data: { endedAt: realNow() } });
    await record('account-closed', { officer: namedIn(agency, accountId) });
  }
}

/**
 * Loads the agency with its accounts and locks them, lets the domain rules decide, and stores the result: all or
 * nothing.
 */
async function changeOfficers<Value>(
  context: OfficersContext,
  command: OfficersCommand,
  write: (change: Change, changes: RoleChange[]) => Promise<Result<Value>>,
): Promise<Result<Value>> {
  const { actor, address, reason = '' } = context;
  const agencyId = agencyActedOn(context);
  if (!agencyId) return refused({ code: 'forbidden' });
  try {
    return await db.$transaction(async (transaction) => {
      const agency = await getAgencyForUpdate(transaction, agencyId);
      const decision = decideOfficers(agency satisfies AgencyState, command, { actor, reason });
      if (!decision.ok) return decision;
      const record: Change['record'] = (name, detail) =>
        recordEvent(transaction, {
          name,
          accountId: actor.accountId,
          address,
          detail: { agencyId, ...detail, ...(reason && { reason }) },
        });
      return write({ transaction, agency, record }, decision.value);
    });
  } catch (error) {
    if (error instanceof LostRace) return refused({ code: 'officers-changed' });
    throw error;
  }
}

/** Creates an account for a new officer; only the answer contains its password. */
async function openAccount(
  { transaction, agency }: Change,
  officer: NewOfficer & { role: AgencyRole; passwordHash: string },
  { actor, address }: OfficersContext,
): Promise<Named | null> {
  const { userName, displayName, role, passwordHash } = officer;
  const account = { userName, displayName, roles: [role], agencyId: agency.id, passwordHash, mustChangePassword: true };
  const stored = await storeAccount(transaction, account, { accountId: actor.accountId, address });
  return stored && { accountId: stored.id, userName, displayName };
}

/** The recipient of a role: an account of the agency by its id, or a new person. */
export type Recipient = string | NewOfficer;

async function passRole(
  { role, from, to }: { role: AgencyRole; from: string | null; to: Recipient },
  context: OfficersContext,
): Promise<Result<Opened | null>> {
  const known = typeof to === 'string' ? to : null;
  const command: OfficersCommand = from
    ? { name: 'hand-over', role, from, to: known }
    : { name: 'give', role, to: known };
  const oneTimePassword = makeOneTimePassword();
  const passwordHash = typeof to === 'string' ? '' : await hashPassword(oneTimePassword);
  return changeOfficers<Opened | null>(context, command, async (change, changes) => {
    const { agency, record } = change;
    const recipient =
      typeof to === 'string' ? namedIn(agency, to) : await openAccount(change, { ...to, role, passwordHash }, context);
    if (!recipient) return refused({ code: 'account-exists', userName: (to as NewOfficer).userName });
    if (from) await record('role-handed-over', { role, from: namedIn(agency, from), to: recipient });
    else await record('role-given', { role, to: recipient });
    await storeRoles(change, changes);
    return accepted(typeof to === 'string' ? null : { ...to, oneTimePassword });
  });
}

/**
 * Transfers a role from one officer to another, or to a new person, for whom it creates an account; gives the one-time
 * password.
 */
export function handOverRole(
  given: { role: AgencyRole; from: string; to: Recipient },
  context: OfficersContext,
): Promise<Result<Opened | null>> {
  return passRole(given, context);
}

/** Gives an officer another role, or a new person an account with it. */
export function giveRole(
  given: { role: AgencyRole; to: Recipient },
  context: OfficersContext,
): Promise<Result<Opened | null>> {
  return passRole({ ...given, from: null }, context);
}

/** Takes a role away; an officer without roles is signed out everywhere, and the account is closed. */
export function takeRole(
  { role, from }: { role: AgencyRole; from: string },
  context: OfficersContext,
): Promise<Result<void>> {
  return changeOfficers(context, { name: 'take', role, from }, async (change, changes) => {
    await change.record('role-taken', { role, from: namedIn(change.agency, from) });
    await storeRoles(change, changes);
    return accepted(undefined);
  });
}

/** Sets whether the agency's reports need its approver before they are filed (待本单位审核). */
export function switchSignOff(required: boolean, context: OfficersContext): Promise<Result<void>> {
  return changeOfficers(context, { name: 'switch-sign-off', required }, async ({ transaction, agency, record }) => {
    const { id, code: agencyCode } = agency;
    const { count } = await transaction.agency.updateMany({
      where: { id, signOffRequired: !required },
      data: { signOffRequired: required },
    });
    if (count !== 1) throw new LostRace();
    await record('sign-off-set', { agencyCode, signOffRequired: required });
    return accepted(undefined);
  });
}
