import 'server-only';
import { z } from 'zod';
import { isPasswordStrong, passwordLength } from '@/lib/domain/accounts/password-policy';
import { type Actor, areRolesCompatible, needsAgency, type Offices, type Role } from '@/lib/domain/authorization';
import { officesOfNewAccount } from '@/lib/domain/offices/offices';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import { realNow } from '@/lib/server/clock';
import { db, type Transaction } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { rowsOf } from '@/lib/server/database/rows';
import { randomReadable } from '@/lib/server/files/digest';
import { Prisma } from '@/lib/server/generated/client';
import { checkWithinBounds } from '@/lib/server/session/password-check';
import { hashPassword, verifyPassword } from '@/lib/server/session/passwords';
import { isKnownDevice } from './devices/data';
import { forgetOtherDevices, rememberDevice } from './devices/mutations';

export type NewAccount = {
  userName: string;
  displayName: string;
  roles: Role[];
  /** The agency's code, for a reporter or an approver. */
  agencyCode: string | null;
  /** The codes of the offices for which the roles of the division are held; if absent, the only one there is. */
  offices?: Offices;
  /** If absent, a one-time password is created, which has to be changed at the first sign-in. */
  password?: string;
};

/** Creates a password that is shown once and has to be changed at the first sign-in. */
export function makeOneTimePassword(): string {
  return `${randomReadable(4)}-${randomReadable(4)}-${randomReadable(4)}a`;
}

type StoredAccount = {
  userName: string;
  displayName: string;
  roles: Role[];
  agencyId: string | null;
  passwordHash: string;
  mustChangePassword: boolean;
  /** The ids of the offices for which it holds its roles. */
  offices?: Offices;
};

/**
 * Stores an account within the transaction of an action; gives null where the user name is taken, in whatever case. Two that
 * are stored at once can still differ in case alone, and then each signs in by its own spelling.
 */
export async function storeAccount(
  transaction: Transaction,
  { offices = [], ...account }: StoredAccount,
  by: { accountId?: string; address?: string } = {},
): Promise<{ id: string } | null> {
  const [taken] = await transaction.$queryRaw<unknown[]>`SELECT 1 FROM "Account" WHERE ${isNamed(account.userName)}`;
  if (taken) return null;
  const [stored] = await transaction.account.createManyAndReturn({
    data: [{ ...account, allOffices: offices === 'all' }],
    skipDuplicates: true,
    select: { id: true },
  });
  if (!stored) return null;
  if (offices !== 'all') {
    await transaction.officeMember.createMany({
      data: offices.map((officeId) => ({ officeId, accountId: stored.id })),
    });
  }
  const { userName, displayName, roles, agencyId } = account;
  const officesDetail = offices.length > 0 && { offices: offices === 'all' ? offices : [...offices] };
  const detail = { userName, roles, agencyId, officer: { userName, displayName }, ...officesDetail };
  await recordEvent(transaction, { name: 'account-created', ...by, detail });
  return stored;
}

/** The ids of the offices for which a new account holds its roles, as `officesOfNewAccount` in lib/domain decides. */
async function officesOf({ roles, offices }: NewAccount): Promise<Result<Offices>> {
  const known = await db.office.findMany({ select: { id: true, code: true }, orderBy: { code: 'asc' } });
  const held = officesOfNewAccount(
    roles,
    offices,
    known.map(({ code }) => code),
  );
  if (!held.ok || held.value === 'all') return held;
  const codes = held.value;
  return accepted(known.filter(({ code }) => codes.includes(code)).map(({ id }) => id));
}

/**
 * Creates an account. Refuses a user name that is taken, roles that exclude each other, and an agency or offices that do
 * not fit the roles.
 */
export async function createAccount(account: NewAccount): Promise<Result<{ oneTimePassword: string }>> {
  const { userName, displayName, roles, agencyCode } = account;
  if (!areRolesCompatible(roles)) return refused({ code: 'roles-exclude-each-other' });
  if (needsAgency(roles) !== (agencyCode !== null)) return refused({ code: 'role-needs-agency' });
  const agency = agencyCode && (await db.agency.findUnique({ where: { code: agencyCode }, select: { id: true } }));
  if (agencyCode && !agency) return refused({ code: 'agency-unknown', agencyCode });

  const offices = await officesOf(account);
  if (!offices.ok) return offices;
  const oneTimePassword = account.password ?? makeOneTimePassword();
  const passwordHash = await hashPassword(oneTimePassword);
  const mustChangePassword = account.password === undefined;
  const agencyId = agency ? agency.id : null;
  const stored = await db.$transaction((transaction) =>
    storeAccount(transaction, {
      ...{ userName, displayName, roles, agencyId, passwordHash, mustChangePassword },
      offices: offices.value,
    }),
  );
  return stored ? accepted({ oneTimePassword }) : refused({ code: 'account-exists', userName });
}

const namedRow = z.object({ id: z.string(), userName: z.string(), passwordHash: z.string(), isClosed: z.boolean() });

/** Condition that a user name is the same but for case and width. */
const isNamed = (userName: string) =>
  Prisma.sql`lower(normalize("userName", NFKC)) = lower(normalize(${userName}, NFKC))`;

/**
 * Gives the open account that a user name means: the one that is spelled so, else the only one that differs in case or
 * width alone. Accounts from before may differ in nothing else; each of them is found by its own spelling.
 */
async function accountNamed(transaction: Transaction, userName: string) {
  const named = await rowsOf(namedRow, transaction)`
    SELECT id, "userName", "passwordHash", "closedAt" IS NOT NULL AS "isClosed" FROM "Account" WHERE ${isNamed(userName)}`;
  const account = named.find((one) => one.userName === userName) ?? (named.length === 1 ? named[0] : undefined);
  return account?.isClosed ? undefined : account;
}

export type SignInAttempt = {
  userName: string;
  password: string;
  address: string;
  userAgent: string;
  /** The digest of the browser's own cookie; without one it is not recognised the next time. */
  device?: string;
  /** The session that the same browser has held so far, which ends. */
  formerSessionId?: string | null;
};

/**
 * Signs in: the same refusal, in the same time, for an unknown user name, a closed account and a wrong password. Refuses
 * `sign-in-locked` after too many wrong ones from this address or, for a known device, from it, and `sign-in-busy`.
 */
export async function signIn(attempt: SignInAttempt): Promise<Result<{ sessionId: string }>> {
  const { userName, password, address, device = '' } = attempt;
  const known = device !== '' && (await isKnownDevice(device, isNamed(userName)));
  return checkWithinBounds(
    { userName, address, device: known ? device : '', event: 'sign-in-failed' },
    async (transaction) => {
      const account = await accountNamed(transaction, userName);
      if (!(await verifyPassword(password, account?.passwordHash ?? null)) || !account) return null;
      return accepted({ sessionId: await openSession(transaction, account.id, attempt) });
    },
  );
}

async function openSession(
  transaction: Transaction,
  accountId: string,
  { address, userAgent, device, formerSessionId }: SignInAttempt,
): Promise<string> {
  if (formerSessionId) await endFormerSession(transaction, formerSessionId, address);
  const session = await transaction.session.create({ data: { accountId, address, userAgent }, select: { id: true } });
  if (device) await rememberDevice(transaction, device, accountId);
  await recordEvent(transaction, { name: 'signed-in', accountId, address });
  return session.id;
}

async function endFormerSession(transaction: Transaction, id: string, address: string): Promise<void> {
  const [ended] = await transaction.session.updateManyAndReturn({
    where: { id, endedAt: null },
    data: { endedAt: realNow() },
    select: { accountId: true },
  });
  if (ended) await recordEvent(transaction, { name: 'signed-out', accountId: ended.accountId, address });
}

/** Ends a session on the server, which makes its cookie useless. */
export async function signOut(session: { id: string; accountId: string; address: string }): Promise<void> {
  await db.$transaction(async (transaction) => {
    await transaction.session.updateMany({ where: { id: session.id, endedAt: null }, data: { endedAt: realNow() } });
    await recordEvent(transaction, { name: 'signed-out', accountId: session.accountId, address: session.address });
  });
}

export type PasswordChange = {
  sessionId: string;
  currentPassword: string;
  newPassword: string;
  address: string;
  device?: string;
};

/**
 * Changes one's own password, ends all other sessions of the account and lets no other device pass for known. A wrong
 * current password is refused and counted as it is at the sign-in.
 */
export async function changePassword(
  { accountId, roles }: Pick<Actor, 'accountId' | 'roles'>,
  change: PasswordChange,
): Promise<Result<void>> {
  const stored = { where: { id: accountId }, select: { userName: true, passwordHash: true } };
  const { userName } = await db.account.findUniqueOrThrow(stored);
  const { address, device = '' } = change;
  const known = device !== '' && (await isKnownDevice(device, isNamed(userName)));
  return checkWithinBounds(
    { userName, address, device: known ? device : '', event: 'password-change-failed', accountId },
    async (transaction) => {
      const { passwordHash } = await transaction.account.findUniqueOrThrow(stored);
      if (!(await verifyPassword(change.currentPassword, passwordHash))) return null;
      const length = passwordLength({ roles });
      if (change.newPassword === change.currentPassword || !isPasswordStrong(change.newPassword, userName, length))
        return refused({ code: 'password-too-weak', length });
      await storePassword(transaction, accountId, change);
      return accepted(undefined);
    },
  );
}

async function storePassword(
  transaction: Transaction,
  accountId: string,
  { sessionId, newPassword, address, device = '' }: PasswordChange,
): Promise<void> {
  await transaction.account.update({
    where: { id: accountId },
    data: { passwordHash: await hashPassword(newPassword), mustChangePassword: false },
    select: { id: true },
  });
  await transaction.session.updateMany({
    where: { accountId, endedAt: null, id: { not: sessionId } },
    data: { endedAt: realNow() },
  });
  await forgetOtherDevices(transaction, device, accountId);
  await recordEvent(transaction, { name: 'password-changed', accountId, address });
}
