import 'server-only';
import { z } from 'zod';
import { listAgencyIds } from '@/lib/agencies/data';
import { type DivisionScope, divisionRoles } from '@/lib/domain/authorization';
import { type CivilDate, civilDateFromStored, storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { Leave } from '@/lib/domain/review/review-assignment';
import { db, type Transaction } from '@/lib/server/database/db';
import { rowsOf } from '@/lib/server/database/rows';
import { Prisma } from '@/lib/server/generated/client';
import { readsAgency } from './reader-sql';

/** Filter by reviewer: one reviewer's id, 'none' for agencies without a reviewer, or null for all. */
export type AssignedTo = string | null;

export type AssignedAgency = { id: string; code: string; name: string; reviewerId: string | null };

async function agencyWhere(search: string, assignedTo: AssignedTo): Promise<Prisma.AgencyWhereInput> {
  return {
    id: search ? { in: await listAgencyIds(search) } : undefined,
    assignment: assignedTo === 'none' ? null : assignedTo ? { reviewerId: assignedTo } : undefined,
  };
}

/** Gives one page of the agencies in the order of the annex, each with its reviewer. */
export async function listAssignedAgencies(
  _scope: DivisionScope,
  { search, assignedTo, page, size }: { search: string; assignedTo: AssignedTo; page: number; size: number },
): Promise<{ agencies: AssignedAgency[]; total: number }> {
  const where = await agencyWhere(search, assignedTo);
  const [total, agencies] = await Promise.all([
    db.agency.count({ where }),
    db.agency.findMany({
      where,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * size,
      take: size,
      select: { id: true, code: true, name: true, assignment: { select: { reviewerId: true } } },
    }),
  ]);
  return {
    total,
    agencies: agencies.map(({ assignment, ...agency }) => ({ ...agency, reviewerId: assignment?.reviewerId ?? null })),
  };
}

export type Reviewer = { id: string; name: string; agencies: number };

/** Lists the accounts to which agencies can be assigned, with the number that each has. */
export async function listReviewers(_scope: DivisionScope): Promise<Reviewer[]> {
  const accounts = await db.account.findMany({
    where: { closedAt: null, roles: { hasSome: [...divisionRoles] } },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    select: { id: true, displayName: true, _count: { select: { assignments: true } } },
  });
  return accounts.map(({ id, displayName, _count }) => ({ id, name: displayName, agencies: _count.assignments }));
}

/** Lists the leaves that are not over on a day, the earliest first. */
export async function listLeaves(from: CivilDate, within: Transaction | typeof db = db) {
  const leaves = await within.leave.findMany({
    where: { untilOn: { gte: storedDateOf(from) } },
    orderBy: [{ fromOn: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      reviewerId: true,
      standInId: true,
      fromOn: true,
      untilOn: true,
      reviewer: { select: { displayName: true } },
      standIn: { select: { displayName: true } },
    },
  });
  return leaves.map(({ fromOn, untilOn, reviewer, standIn, ...leave }) => ({
    ...leave,
    fromOn: civilDateFromStored(fromOn),
    untilOn: civilDateFromStored(untilOn),
    reviewer: reviewer.displayName,
    standIn: standIn.displayName,
  })) satisfies Leave[];
}

const readerRow = z.object({ agencyId: z.string(), accountId: z.string() });

/** Gives the accounts that read the reports of some agencies at an instant, for messages to them, by the agencies' ids. */
export async function listReaders(
  agencyIds: readonly string[],
  now: Date,
  within: Transaction | typeof db = db,
): Promise<Map<string, string[]>> {
  const rows = await rowsOf(readerRow, within)`
    SELECT a.id AS "agencyId", c.id AS "accountId" FROM "Agency" a JOIN "Account" c ON ${readsAgency(Prisma.sql`a.id`, now)}
    WHERE a.id = ANY(${agencyIds}::uuid[]) ORDER BY 1, 2`;
  const readers = new Map<string, string[]>();
  for (const { agencyId, accountId } of rows) readers.set(agencyId, [...(readers.get(agencyId) ?? []), accountId]);
  return readers;
}
