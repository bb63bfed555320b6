import 'server-only';
import { z } from 'zod';
import type { RegisteredAgency } from '@/lib/domain/agencies/names';
import type { AgencyFacts } from '@/lib/domain/agencies/register';
import { type CivilDate, civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import { db, type Transaction } from '@/lib/server/database/db';
import { isOpenPeriod } from '@/lib/server/database/period-sql';
import { isWithDivision } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { holdsSearch } from '@/lib/server/database/search-sql';
import { isPeriodClosedAt } from '@/lib/server/database/stored-deadline';
import { Prisma } from '@/lib/server/generated/client';

const registerOrder = [{ position: 'asc' }, { id: 'asc' }] as const satisfies Prisma.AgencyOrderByWithRelationInput[];

/** Gives the name of an agency; undefined for an unknown code. */
export async function getAgencyName(code: string): Promise<string | undefined> {
  return (await db.agency.findUnique({ where: { code }, select: { name: true } }))?.name;
}

/** Gives an agency as its public page names it: with its successors, where it is no more; null for an unknown code. */
export async function getPublicAgency(code: string) {
  const agency = await db.agency.findUnique({
    where: { code },
    select: {
      name: true,
      abolishedOn: true,
      changes: { orderBy: { id: 'desc' }, take: 1, select: { successors: true } },
    },
  });
  if (!agency) return null;
  const { name, abolishedOn, changes } = agency;
  if (!abolishedOn) return { name, ended: null };
  const successors = await db.agency.findMany({
    where: { id: { in: changes.flatMap((change) => change.successors) } },
    orderBy: [...registerOrder],
    select: { code: true, name: true },
  });
  return { name, ended: { on: civilDateFromStored(abolishedOn), successors } };
}

export type EndedAgency = NonNullable<NonNullable<Awaited<ReturnType<typeof getPublicAgency>>>['ended']>;

const agencyRow = z.object({ id: z.string() });

/** Lists the agencies whose name holds a text, by their ids. */
export async function listAgencyIds(search: string): Promise<string[]> {
  const agencies = await rowsOf(agencyRow)`SELECT id FROM "Agency" WHERE ${holdsSearch(Prisma.sql`name`, search)}`;
  return agencies.map(({ id }) => id);
}

/** An agency as the register has it. */
export type RegisterRow = RegisteredAgency &
  AgencyFacts & { code: string; version: number; abolishedOn: CivilDate | null };

/** Lists every agency, as `matchAgency` and the rules of the register take them, in the order of the register. */
export async function listRegister(within: Transaction | typeof db = db): Promise<RegisterRow[]> {
  const agencies = await within.agency.findMany({
    orderBy: [...registerOrder],
    select: {
      id: true,
      code: true,
      name: true,
      shortName: true,
      aliases: true,
      creditCode: true,
      kind: true,
      parentId: true,
      position: true,
      version: true,
      abolishedOn: true,
      changes: { orderBy: { id: 'desc' }, take: 1, select: { successors: true } },
    },
  });
  return agencies.map(({ abolishedOn, changes, ...agency }) => ({
    ...agency,
    abolishedOn: abolishedOn && civilDateFromStored(abolishedOn),
    successors: abolishedOn ? (changes[0]?.successors ?? []) : null,
  }));
}

/**
 * Gives the agencies in being for which the name of a group stands, by their ids in the order of the register; null where no
 * group has the name.
 */
export async function membersOf(groupName: string, within: Transaction | typeof db = db): Promise<string[] | null> {
  const group = await within.agencyGroup.findUnique({ where: { name: groupName }, select: { id: true } });
  if (!group) return null;
  const members = await within.agency.findMany({
    where: { abolishedOn: null, groups: { some: { groupId: group.id } } },
    orderBy: [...registerOrder],
    select: { id: true },
  });
  return members.map(({ id }) => id);
}

const listedRow = z.object({
  id: z.string(),
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  kind: z.string(),
  parentId: z.string().nullable(),
  isAbolished: z.boolean(),
  groups: z.array(z.string()),
  /** Reports of the periods that run: all that are owed, and those that are handed in. */
  owed: z.number(),
  filed: z.number(),
  /** A name or the code holds what is searched. */
  isFound: z.boolean(),
});

export type ListedAgency = z.output<typeof listedRow>;

/**
 * Lists every agency in the order of the register with the reports that it owes in the periods that have begun and whose
 * closing instant has not come; `now` by the portal's clock.
 */
export async function listAgencies(search: string, now: Date): Promise<ListedAgency[]> {
  const names = Prisma.sql`concat_ws(' ', a.code, a.name, a."shortName", array_to_string(a.aliases, ' '))`;
  return rowsOf(listedRow)`
    SELECT a.id, a.code, a.name, a."shortName", a.kind, a."parentId", a."abolishedOn" IS NOT NULL AS "isAbolished",
      ARRAY(SELECT g.name FROM "AgencyGroupMember" m JOIN "AgencyGroup" g ON g.id = m."groupId"
        WHERE m."agencyId" = a.id ORDER BY g.name) AS groups,
      coalesce(n.owed, 0)::int AS owed, coalesce(n.filed, 0)::int AS filed,
      ${search === '' ? Prisma.sql`TRUE` : holdsSearch(names, search)} AS "isFound"
    FROM "Agency" a LEFT JOIN (
      SELECT r."agencyId", count(*) AS owed, count(*) FILTER (WHERE ${isWithDivision()}) AS filed
      FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
      WHERE l.status::text = 'issued' AND r.owed AND ${isOpenPeriod()} AND p."opensAt" <= ${now} AND NOT ${isPeriodClosedAt(now)}
      GROUP BY 1) n ON n."agencyId" = a.id
    ORDER BY a.position, a.id`;
}
