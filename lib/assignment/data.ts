import 'server-only';
import { z } from 'zod';
import { listAgencyIds } from '@/lib/agencies/data';
import { type DivisionScope, divisionRoles } from '@/lib/domain/authorization';
import { type CivilDate, civilDateFromStored, storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { Leave } from '@/lib/domain/review/review-assignment';
import { db, type Transaction } from '@/lib/server/database/db';
import { agenciesWithin, membersOfPlan, membersWithin } from '@/lib/server/database/office-sql';
import { rowsOf } from '@/lib/server/database/rows';
import type { Prisma } from '@/lib/server/generated/client';
import { readsReport } from './reader-sql';

/** Filter by reviewer: one reviewer's id, 'none' for agencies without a reviewer, or null for all. */
type AssignedTo = string | null;

type AssignmentFilter = { planCode: string; search: string; assignedTo: AssignedTo };

export type AssignedAgency = { id: string; code: string; name: string; reviewerId: string | null };

/** The agencies of a plan that a filter selects. */
async function agencyWhere({ planCode, search, assignedTo }: AssignmentFilter): Promise<Prisma.AgencyWhereInput> {
  const plan = { code: planCode };
  const assigned = { plan, ...(assignedTo !== 'none' && { reviewerId: assignedTo ?? undefined }) };
  return {
    reports: { some: { period: { plan } } },
    ...(search && { id: { in: await listAgencyIds(search) } }),
    ...(assignedTo && { assignments: assignedTo === 'none' ? { none: assigned } : { some: assigned } }),
  };
}

/** Gives one page of the agencies of a plan in the order of the annex, each with its reviewer. */
export async function listAssignedAgencies(
  scope: DivisionScope,
  { page, size, ...filter }: AssignmentFilter & { page: number; size: number },
): Promise<{ agencies: AssignedAgency[]; total: number }> {
  const where = { AND: [agenciesWithin(scope), await agencyWhere(filter)] };
  const [total, agencies] = await Promise.all([
    db.agency.count({ where }),
    db.agency.findMany({
      where,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * size,
      take: size,
      select: {
        id: true,
        code: true,
        name: true,
        assignments: { where: { plan: { code: filter.planCode } }, select: { reviewerId: true } },
      },
    }),
  ]);
  return {
    total,
    agencies: agencies.map(({ assignments: [assignment], ...agency }) => ({
      ...agency,
      reviewerId: assignment?.reviewerId ?? null,
    })),
  };
}

export type Reviewer = { id: string; name: string; agencies: number };

/** Lists the accounts to which agencies of a plan can be assigned, with the number that each has there. */
export async function listReviewers(scope: DivisionScope, planCode: string): Promise<Reviewer[]> {
  const accounts = await db.account.findMany({
    where: {
      closedAt: null,
      roles: { hasSome: [...divisionRoles] },
      AND: [membersWithin(scope), membersOfPlan(planCode)],
    },
    orderBy: [{ displayName: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      displayName: true,
      _count: { select: { assignments: { where: { plan: { code: planCode } } } } },
    },
  });
  return accounts.map(({ id, displayName, _count }) => ({ id, name: displayName, agencies: _count.assignments }));
}

/** Lists the leaves that are not over on a day, the earliest first: of everybody, or of the people of a scope. */
export async function listLeaves(from: CivilDate, within: Transaction | typeof db = db, scope?: DivisionScope) {
  const leaves = await within.leave.findMany({
    where: { untilOn: { gte: storedDateOf(from) }, ...(scope && { reviewer: membersWithin(scope) }) },
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

const readerRow = z.object({ reportId: z.string(), accountId: z.string() });

/** Gives the accounts that read some reports at an instant, for messages to them, by the reports' ids. */
export async function listReaders(
  reportIds: readonly string[],
  now: Date,
  within: Transaction | typeof db = db,
): Promise<Map<string, string[]>> {
  const readers = new Map<string, string[]>();
  if (reportIds.length === 0) return readers;
  const rows = await rowsOf(readerRow, within)`
    SELECT r.id AS "reportId", c.id AS "accountId"
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
      JOIN "Account" c ON ${readsReport(now)}
    WHERE r.id = ANY(${reportIds}::uuid[]) ORDER BY 1, 2`;
  for (const { reportId, accountId } of rows) readers.set(reportId, [...(readers.get(reportId) ?? []), accountId]);
  return readers;
}
