import 'server-only';
import { db } from '@/lib/server/database/db';
import type { Prisma } from '@/lib/server/generated/client';

/** Says whether a device has signed in to the account that a condition names. */
export async function isKnownDevice(digest: string, isNamed: Prisma.Sql): Promise<boolean> {
  const known = await db.$queryRaw<unknown[]>`
    SELECT 1 FROM "KnownDevice" d JOIN "Account" a ON a.id = d."accountId" WHERE d.digest = ${digest} AND ${isNamed}`;
  return known.length > 0;
}
