import 'server-only';
import { cookies } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { type Actor, administratorRoles, hasRole, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { routes } from '@/lib/routes';
import { realNow } from './clock';
import { db } from './db';
import { idleMinutes, readSessionCookie, sessionCookieName, sessionHours } from './session-cookie';

export type Session = {
  id: string;
  actor: Actor;
  userName: string;
  agencyName: string | null;
  mustChangePassword: boolean;
};

const minute = 60_000;

async function findSession(sessionId: string) {
  return db.session.findUnique({
    where: { id: sessionId },
    select: {
      id: true,
      createdAt: true,
      lastSeenAt: true,
      endedAt: true,
      account: {
        select: {
          id: true,
          userName: true,
          displayName: true,
          roles: true,
          agencyId: true,
          closedAt: true,
          mustChangePassword: true,
          agency: { select: { name: true } },
        },
      },
    },
  });
}

/** The session behind the request's cookie, checked against its row on every request; null when there is none in force. */
export const loadSession = cache(async (): Promise<Session | null> => {
  const cookie = (await cookies()).get(sessionCookieName)?.value;
  const sessionId = cookie ? await readSessionCookie(cookie) : null;
  const row = sessionId ? await findSession(sessionId) : null;
  if (!row || row.endedAt || row.account.closedAt) return null;

  const { account } = row;
  const actor: Actor = {
    accountId: account.id,
    displayName: account.displayName,
    roles: account.roles,
    agencyId: account.agencyId,
  };
  const now = realNow().getTime();
  const idle = hasRole(actor, administratorRoles) ? idleMinutes.administrators : idleMinutes.everyone;
  const unseen = now - row.lastSeenAt.getTime();
  if (unseen >= idle * minute || now - row.createdAt.getTime() >= sessionHours * 60 * minute) return null;
  if (unseen >= minute) await db.session.update({ where: { id: row.id }, data: { lastSeenAt: new Date(now) } });

  return {
    id: row.id,
    actor,
    userName: account.userName,
    agencyName: account.agency?.name ?? null,
    mustChangePassword: account.mustChangePassword,
  };
});

/** For pages and loaders: whoever is not signed in goes to sign in, a one-time password is changed first. */
export async function requireSession(): Promise<Session> {
  const session = await loadSession();
  if (!session) redirect(routes.signIn());
  if (session.mustChangePassword) redirect(routes.changePassword());
  return session;
}

/** For loaders of reports: the actor with the scope of what may be read; null scope reads nothing. */
export async function requireScope(): Promise<{ actor: Actor; scope: ReportScope | null }> {
  const { actor } = await requireSession();
  return { actor, scope: scopeOf(actor) };
}
