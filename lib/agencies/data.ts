import 'server-only';
import { z } from 'zod';
import type { RegisteredAgency } from '@/lib/domain/agencies/names';
import { db, type Transaction } from '@/lib/server/database/db';
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

/** Lists every agency by its names, as `matchAgency` takes them, in the order of the register. */
export async function listRegister(within: Transaction | typeof db = db): Promise<RegisteredAgency[]> {
  const agencies = await within.agency.findMany({
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      name: true,
      shortName: true,
      aliases: true,
      abolishedOn: true,
      changes: { orderBy: { changedOn: 'desc' }, take: 1, select: { successors: true } },
    },
  });
  return agencies.map(({ abolishedOn, changes, ...agency }) => ({
    ...agency,
    successors: abolishedOn ? (changes[0]?.successors ?? []) : null,
  }));
}

/** Gives the agencies in being for which the name of a group stands, by their ids in the order of the register; null for no known group. */
export async function membersOf(groupName: string, within: Transaction | typeof db = db): Promise<string[] | null> {
  const group = await within.agencyGroup.findUnique({ where: { name: groupName }, select: { id: true } });
  if (!group) return null;
  const members = await within.agency.findMany({
    where: { abolishedOn: null, groups: { some: { groupId: group.id } } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  return members.map(({ id }) => id);
}
