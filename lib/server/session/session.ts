import 'server-only';
import { cookies, headers } from 'next/headers';
import { redirect } from 'next/navigation';
import { cache } from 'react';
import { z } from 'zod';
import { type Actor, administratorRoles, hasRole, type ReportScope, roles, scopeOf } from '@/lib/domain/authorization';
import { routes } from '@/lib/routes';
import { backgroundRequestCookie } from '@/lib/schemas/background-request';
import { requestedPageHeader } from '@/lib/schemas/requested-page';
import { realNow } from '@/lib/server/clock';
import { db } from '@/lib/server/database/db';
import { approverDeputizedBy } from '@/lib/server/database/deputy-sql';
import { agenciesBelow, officesColumn, officesOf } from '@/lib/server/database/office-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { requestContext } from '@/lib/server/process/request-context';
import { idleMinutes, requestedSessionId, sessionHours } from './session-cookie';

export type Session = {
  id: string;
  actor: Actor;
  userName: string;
  agencyName: string | null;
  mustChangePassword: boolean;
};

const minute = 60_000;

const sessionRow = z.object({
  createdAt: z.date(),
  lastSeenAt: z.date(),
  endedAt: z.date().nullable(),
  accountId: z.string(),
  userName: z.string(),
  displayName: z.string(),
  roles: z.array(z.enum(roles)),
  agencyId: z.string().nullable(),
  agencyName: z.string().nullable(),
  offices: officesColumn,
  below: z.array(z.string()),
  closedAt: z.date().nullable(),
  mustChangePassword: z.boolean(),
  deputyOf: z.object({ accountId: z.string(), displayName: z.string() }).nullable(),
});

/** Reads the session with its account and agency in one round trip, because every request of a desk begins with it. */
async function findSession(sessionId: string): Promise<z.output<typeof sessionRow> | undefined> {
  const rows = await rowsOf(sessionRow)`
    SELECT s."createdAt", s."lastSeenAt", s."endedAt", c.id AS "accountId", c."userName", c."displayName",
      c.roles::text[] AS roles, c."agencyId", a.name AS "agencyName", ${officesOf('c')} AS offices,
      ${agenciesBelow('c')} AS below, c."closedAt", c."mustChangePassword",
      CASE WHEN NOT 'approver' = ANY(c.roles) THEN ${approverDeputizedBy('c')} END AS "deputyOf"
    FROM "Session" s JOIN "Account" c ON c.id = s."accountId" LEFT JOIN "Agency" a ON a.id = c."agencyId"
    WHERE s.id = ${sessionId}::uuid`;
  return rows[0];
}

/** A deputy has an approver's rights on the days of the deputation; they end with the last one. */
function actorOf({ roles: own, deputyOf, ...row }: z.output<typeof sessionRow>): Actor {
  const { accountId, displayName, agencyId, offices, below } = row;
  const actor = { accountId, displayName, agencyId, offices, below };
  return deputyOf ? { ...actor, roles: [...own, 'approver'], deputyOf } : { ...actor, roles: own };
}

/**
 * Gives the session as its row and its account are now, with the instant of its last request; null when it is not in
 * force.
 */
async function sessionInForce(sessionId: string): Promise<(Session & { lastSeenAt: Date }) | null> {
  const row = await findSession(sessionId);
  if (!row || row.endedAt || row.closedAt) return null;

  const { userName, agencyName, mustChangePassword, lastSeenAt } = row;
  const actor = actorOf(row);
  const now = realNow().getTime();
  const idle = hasRole(actor, administratorRoles) ? idleMinutes.administrators : idleMinutes.everyone;
  if (now - lastSeenAt.getTime() >= idle * minute) return null;
  if (now - row.createdAt.getTime() >= sessionHours * 60 * minute) return null;
  return { id: sessionId, actor, userName, agencyName, mustChangePassword, lastSeenAt };
}

/** A one-time password has to be changed first: until then a session opens nothing but the page for that. */
const usable = (session: Session | null) => (session?.mustChangePassword ? null : session);

/** Gives a session that may be used, for a background request, which does not keep it alive. */
export async function peekSession(sessionId: string): Promise<Session | null> {
  return usable(await sessionInForce(sessionId));
}

/** Loads the session of the request's cookie, checked against its row on every request; null when none is in force. */
export const loadSession = cache(async (): Promise<Session | null> => {
  const sessionId = await requestedSessionId();
  const found = sessionId ? await sessionInForce(sessionId) : null;
  if (!found) return null;
  const { lastSeenAt, ...session } = found;
  const context = requestContext();
  if (context) context.accountId = session.actor.accountId;
  const now = realNow();
  // A page opened by its address is asked for, even if the page before it is just refreshing itself.
  const isOpened = (await headers()).get('sec-fetch-mode') === 'navigate';
  const isAsked = isOpened || !(await cookies()).has(backgroundRequestCookie);
  if (isAsked && now.getTime() - lastSeenAt.getTime() >= minute) {
    await db.session.update({ where: { id: session.id }, data: { lastSeenAt: now } });
  }
  return session;
});

/** The same for forms and route handlers: null also where it may not be used yet. */
export async function loadUsableSession(): Promise<Session | null> {
  return usable(await loadSession());
}

/** Sends a visitor to the sign-in, which leads back to the requested page. */
export async function redirectToSignIn(): Promise<never> {
  redirect(routes.signIn((await headers()).get(requestedPageHeader) ?? undefined));
}

/**
 * For pages and loaders: redirects visitors who are not signed in to the sign-in and then back; a one-time password has
 * to be changed first.
 */
export async function requireSession(): Promise<Session> {
  const session = (await loadSession()) ?? (await redirectToSignIn());
  if (session.mustChangePassword) redirect(routes.changePassword());
  return session;
}

/** For loaders of reports: gives the actor with the scope of readable reports; a null scope reads nothing. */
export async function requireScope(): Promise<{ actor: Actor; scope: ReportScope | null }> {
  const { actor } = await requireSession();
  return { actor, scope: scopeOf(actor) };
}
