import 'server-only';
import { db } from '@/lib/server/database/db';

/** Gives the real time, by which sessions, lockouts and logs run. */
export function realNow(): Date {
  return new Date();
}

let isProduction = false;

/** Seconds by which the portal's clock is ahead of the real one: 0 unless this is a demonstration. */
async function clockOffset(): Promise<number> {
  if (isProduction) return 0;
  const portal = await db.portal.findUnique({ where: { id: 1 } });
  isProduction = portal?.setUpAs === 'production';
  return portal?.clockOffset ?? 0;
}

/** Gives the portal's time, by which reports are due; the database's portal_now() gives the same. */
export async function portalNow(): Promise<Date> {
  return new Date(realNow().getTime() + (await clockOffset()) * 1_000);
}
