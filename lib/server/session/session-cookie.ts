import 'server-only';
import { decode } from 'next-auth/jwt';
import { realNow } from '@/lib/server/clock';
import { env } from '@/lib/server/process/env';

export const sessionCookieName = 'portal-session';

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

async function openCookie(value: string): Promise<{ sessionId: string; expiresAt: number } | null> {
  const token = await decode({ token: value, secret: env().AUTH_SECRET, salt: sessionCookieName });
  if (typeof token?.sessionId !== 'string') return null;
  return { sessionId: token.sessionId, expiresAt: (token.exp ?? 0) * 1_000 };
}

/**
 * Gives the id of the Session row that a cookie names, or null for a forged, damaged or expired cookie. The content of
 * a cookie is valid until it expires; whether its session is in force is checked against the row at every request.
 */
export async function readSessionCookie(value: string): Promise<string | null> {
  const known = opened.get(value);
  if (known && known.expiresAt > realNow().getTime()) return known.sessionId;
  opened.delete(value);
  try {
    const cookie = await openCookie(value);
    if (!cookie) return null;
    const oldest = opened.size >= mostOpened ? opened.keys().next().value : undefined;
    if (oldest) opened.delete(oldest);
    opened.set(value, cookie);
    return cookie.sessionId;
  } catch {
    return null;
  }
}
