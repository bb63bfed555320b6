import 'server-only';
import { decode } from 'next-auth/jwt';
import { env } from './env';

export const sessionCookieName = 'portal-session';

/** A session ends after 12 hours whatever happens (GB/T 22239-2019 sets no number; usual practice). */
export const sessionHours = 12;

/** And after 30 minutes without a request, 15 for administrators. */
export const idleMinutes = { everyone: 30, administrators: 15 } as const;

/** Gives the id of the Session row that a cookie names, or null for a forged, damaged or expired cookie. */
export async function readSessionCookie(value: string): Promise<string | null> {
  try {
    const token = await decode({ token: value, secret: env().AUTH_SECRET, salt: sessionCookieName });
    return typeof token?.sessionId === 'string' ? token.sessionId : null;
  } catch {
    return null;
  }
}
