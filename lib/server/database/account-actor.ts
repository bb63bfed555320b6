import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import type { Prisma } from '@/lib/server/generated/client';
import { db } from './db';
import { officesIn, officesSelect } from './office-sql';

/** The columns of an account from which `actorIn` makes its actor. */
export const actorSelect = {
  id: true,
  displayName: true,
  roles: true,
  agencyId: true,
  closedAt: true,
  ...officesSelect,
} as const satisfies Prisma.AccountSelect;

/**
 * Gives an account as an actor, with the roles and offices that it has now, so that what it has ordered stops where it
 * could not order it any more; null once it is closed.
 */
export function actorIn(account: Prisma.AccountGetPayload<{ select: typeof actorSelect }>): Actor | null {
  const { id: accountId, displayName, roles, agencyId, closedAt } = account;
  return closedAt ? null : { accountId, displayName, roles, agencyId, offices: officesIn(account) };
}

/** Gives the account of an id or a user name as an actor; null for an unknown one and for one that is closed. */
export async function findActor(where: { id: string } | { userName: string }): Promise<Actor | null> {
  const account = await db.account.findUnique({ where, select: actorSelect });
  return account && actorIn(account);
}
