import 'server-only';
import { db } from '@/lib/server/database/db';

/** Gives the name of an agency; undefined for an unknown code. */
export async function getAgencyName(code: string): Promise<string | undefined> {
  return (await db.agency.findUnique({ where: { code }, select: { name: true } }))?.name;
}
