import 'server-only';
import { type Actor, hasRole, type Role } from '@/lib/domain/authorization';
import { db } from '@/lib/server/database/db';

export type AccountRow = {
  userName: string;
  displayName: string;
  roles: Role[];
  agencyName: string | null;
  lastSignInAt: Date | null;
  isClosed: boolean;
};

/** All accounts by user name, for the system administrator; null for everybody else. */
export async function listAccounts(actor: Actor): Promise<AccountRow[] | null> {
  if (!hasRole(actor, ['system_administrator'])) return null;
  const accounts = await db.account.findMany({
    orderBy: { userName: 'asc' },
    select: {
      userName: true,
      displayName: true,
      roles: true,
      closedAt: true,
      agency: { select: { name: true } },
      sessions: { orderBy: { createdAt: 'desc' }, take: 1, select: { createdAt: true } },
    },
  });
  return accounts.map(({ agency, sessions, closedAt, ...account }) => ({
    ...account,
    agencyName: agency?.name ?? null,
    lastSignInAt: sessions[0]?.createdAt ?? null,
    isClosed: closedAt !== null,
  }));
}
