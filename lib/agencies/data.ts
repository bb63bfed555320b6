import 'server-only';
import { db } from '@/lib/server/database/db';

/** The name of an agency; undefined where there is none of that code. */
export async function getAgencyName(code: string): Promise<string | undefined> {
  return (await db.agency.findUnique({ where: { code }, select: { name: true } }))?.name;
}
