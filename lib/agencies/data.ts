import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/server/database/db';
import { rowsOf } from '@/lib/server/database/rows';
import { holdsSearch } from '@/lib/server/database/search-sql';
import { Prisma } from '@/lib/server/generated/client';

/** Gives the name of an agency; undefined for an unknown code. */
export async function getAgencyName(code: string): Promise<string | undefined> {
  return (await db.agency.findUnique({ where: { code }, select: { name: true } }))?.name;
}

const agencyRow = z.object({ id: z.string() });

/** Lists the agencies whose name holds a text, by their ids. */
export async function listAgencyIds(search: string): Promise<string[]> {
  const agencies = await rowsOf(agencyRow)`SELECT id FROM "Agency" WHERE ${holdsSearch(Prisma.sql`name`, search)}`;
  return agencies.map(({ id }) => id);
}
