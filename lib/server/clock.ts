import 'server-only';
import { db } from '@/lib/server/database/db';
import { correctedNow } from '@/lib/server/process/machine-clock';

/**
 * Gives the real time, by which sessions, lockouts and logs run. It is the database's, whatever this machine's clock says,
 * so that several processes agree.
 */
export function realNow(): Date {
  return new Date(correctedNow());
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
  const offset = await clockOffset();
  return new Date(realNow().getTime() + offset * 1_000);
}
