import 'server-only';
import { cookies } from 'next/headers';
import { decode, encode } from 'next-auth/jwt';
import { realNow } from '@/lib/server/clock';
import { env } from '@/lib/server/process/env';

const isEncrypted = () => env().PORTAL_URL.startsWith('https:');

/**
 * Gives the name of a cookie: where the portal is reached by https, with the prefix by which a browser takes it from this
 * very host alone, never from a neighbour in its domain.
 */
export const cookieName = (name: string) => (isEncrypted() ? `__Host-${name}` : name);

export const cookieOptions = () => ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isEncrypted() }) as const;

const plainName = 'portal-session';

export const sessionCookieName = () => cookieName(plainName);

/** A session ends after 12 hours in any case (GB/T 22239-2019 sets no number; usual practice). */
export const sessionHours = 12;

/** It also ends after 30 minutes without a request, 15 for administrators. */
export const idleMinutes = { everyone: 30, administrators: 15 } as const;

/**
 * Cookies decrypted before: deriving the key and decrypting costs more than everything else that a request's session
 * needs.
 */
const opened = new Map<string, { sessionId: string; expiresAt: number }>();
const mostOpened = 1_000;

async function openCookie(value: string, name: string): Promise<{ sessionId: string; expiresAt: number } | null> {
  const token = await decode({ token: value, secret: env().AUTH_SECRET, salt: name });
  if (typeof token?.sessionId !== 'string') return null;
  return { sessionId: token.sessionId, expiresAt: (token.exp ?? 0) * 1_000 };
}

/**
 * Gives the id of the Session row that a cookie names, or null for a forged, damaged or expired cookie. The content of
 * a cookie is valid until it expires; whether its session is in force is checked against the row at every request. The
 * name is part of the encryption: a cookie is of no use under another one.
 */
export async function readSessionCookie(value: string, name = sessionCookieName()): Promise<string | null> {
  const held = `${name}=${value}`;
  const known = opened.get(held);
  if (known && known.expiresAt > realNow().getTime()) return known.sessionId;
  opened.delete(held);
  try {
    const cookie = await openCookie(value, name);
    if (!cookie) return null;
    const oldest = opened.size >= mostOpened ? opened.keys().next().value : undefined;
    if (oldest) opened.delete(oldest);
    opened.set(held, cookie);
    return cookie.sessionId;
  } catch {
    return null;
  }
}

/**
 * Gives the id of the session that the request's cookie names; whether it is in force must be checked against its row.
 * A cookie without the prefix, from before the portal used one, is read until its session ends.
 */
export async function requestedSessionId(): Promise<string | null> {
  const held = await cookies();
  for (const name of new Set([sessionCookieName(), plainName])) {
    const value = held.get(name)?.value;
    const sessionId = value ? await readSessionCookie(value, name) : null;
    if (sessionId) return sessionId;
  }
  return null;
}

/** Seals the id of a session for its cookie, which holds nothing else. */
export function sealSession(sessionId: string): Promise<string> {
  const maxAge = sessionHours * 60 * 60;
  return encode({ token: { sessionId }, secret: env().AUTH_SECRET, salt: sessionCookieName(), maxAge });
}

export async function writeSessionCookie(sessionId: string): Promise<void> {
  const held = await cookies();
  held.set(sessionCookieName(), await sealSession(sessionId), { ...cookieOptions(), maxAge: sessionHours * 60 * 60 });
  for (const former of formerNames()) held.delete(former);
}

/** Names under which earlier releases kept the session, or something beside it. */
const formerNames = () =>
  [plainName, 'authjs.callback-url', 'authjs.csrf-token'].filter((name) => name !== sessionCookieName());

export async function deleteSessionCookie(): Promise<void> {
  const held = await cookies();
  // A browser takes the deletion of a cookie with the prefix only with the attributes that the prefix asks for.
  held.set(sessionCookieName(), '', { ...cookieOptions(), maxAge: 0 });
  for (const former of formerNames()) held.delete(former);
}
