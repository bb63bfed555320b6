import 'server-only';
import { z } from 'zod';
import { listAgencyIds } from '@/lib/agencies/data';
import { isReadBy } from '@/lib/assignment/reader-sql';
import type { ReportScope } from '@/lib/domain/authorization';
import type { ReportStatus } from '@/lib/domain/report/report';
import { groupsByUrgency, type Page, type ReportGroup, rangeOf } from '@/lib/domain/review/urgency';
import {
  conditionOf,
  overdueAt,
  type ReportFilter,
  type ReportRow,
  rowColumnsAt,
  rowOf,
  storedRow,
} from '@/lib/reports/rows/data';
import { periodColumn, statusColumn } from '@/lib/server/database/columns';
import { db } from '@/lib/server/database/db';
import { owedWithin, reportsWithin } from '@/lib/server/database/office-sql';
import { isOwedPeriod } from '@/lib/server/database/period-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { Prisma } from '@/lib/server/generated/client';

const reportGroup = z.object({
  periodId: z.string(),
  periodCode: periodColumn,
  opensAt: z.date(),
  closesAt: z.date(),
  provisional: z.boolean(),
  status: statusColumn,
  total: z.number(),
});

/**
 * Counts the reports that a filter selects, by period and status. Each period is counted by itself, so that the
 * counting uses the index of status and loads no report.
 */
export function countGroups(filter: ReportFilter, condition: Prisma.Sql): Promise<ReportGroup[]> {
  return rowsOf(reportGroup)`
    SELECT p.id AS "periodId", p.quarter AS "periodCode", p."opensAt", p."closesAt", p.provisional, g.status::text, g.total
    FROM "ReportingPeriod" p
    CROSS JOIN LATERAL (
      SELECT r.status, count(*)::int AS total FROM "Report" r WHERE r."periodId" = p.id AND ${condition} GROUP BY r.status
    ) g
    WHERE p."planId" = (SELECT id FROM "Plan" WHERE code = ${filter.planCode})`;
}

/**
 * Lists a range of the reports that a condition selects, in the order of these groups (period and status), so that the
 * database sorts only the groups that contain the range.
 */
export async function listRange(
  condition: Prisma.Sql,
  groups: readonly ReportGroup[],
  { now, ...range }: { from: number; size: number; now: Date },
): Promise<ReportRow[]> {
  const parts = rangeOf(groups, range);
  if (parts.length === 0) return [];
  const rows = await rowsOf(storedRow)`
    SELECT r.*
    FROM unnest(
        ${parts.map((part) => part.group.periodId)}::uuid[], ${parts.map((part) => part.group.status)}::text[],
        ${parts.map((part) => part.skip)}::int[], ${parts.map((part) => part.take)}::int[]
      ) WITH ORDINALITY AS g("periodId", status, skip, take, place)
    CROSS JOIN LATERAL (
      SELECT ${rowColumnsAt(now)}, a.position AS "agencyPosition", a.id AS "agencyId"
      FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Agency" a ON a.id = r."agencyId"
      WHERE r."periodId" = g."periodId" AND r.status = g.status::"ReportStatus" AND ${condition}
      ORDER BY a.position, a.id LIMIT g.take OFFSET g.skip
    ) r
    ORDER BY g.place, r."agencyPosition", r."agencyId"`;
  return rows.map(rowOf);
}

/** Lists one page of the reports that a filter selects, those that need action first, with their total. */
export async function listReports(
  scope: ReportScope,
  filter: ReportFilter,
  { number, size }: Page,
): Promise<{ rows: ReportRow[]; total: number }> {
  const condition = conditionOf(scope, filter);
  const groups = groupsByUrgency(await countGroups(filter, condition), filter.now);
  const rows = await listRange(condition, groups, { from: (number - 1) * size, size, now: filter.now });
  return { rows, total: groups.reduce((sum, group) => sum + group.total, 0) };
}

export type ReportCounts = {
  due: number;
  unfiled: number;
  filed: number;
  returned: number;
  accepted: number;
  overdue: number;
  published: number;
};

const countedGroup = z.object({
  periodCode: periodColumn,
  opensAt: z.date(),
  status: statusColumn,
  total: z.number(),
  overdue: z.number(),
  published: z.number(),
});
type CountedGroup = z.output<typeof countedGroup>;

function sumOf(groups: readonly CountedGroup[]): ReportCounts {
  const sum = (kept: (group: CountedGroup) => number) => groups.reduce((total, group) => total + kept(group), 0);
  const totalIn = (...statuses: ReportStatus[]) => sum(({ status, total }) => (statuses.includes(status) ? total : 0));
  return {
    due: sum(({ total }) => total),
    unfiled: totalIn('not_started', 'draft', 'awaiting_sign_off'),
    filed: totalIn('filed'),
    returned: totalIn('returned'),
    accepted: totalIn('accepted'),
    overdue: sum(({ overdue }) => overdue),
    published: sum(({ published }) => published),
  };
}

/**
 * Counts the reports of a plan by status, all or those of one reader: those of the filter's period, and those of all
 * periods that have begun.
 */
export async function countReports(scope: ReportScope, { planCode, periodCode, readerId, now }: ReportFilter) {
  const condition = readerId ? Prisma.sql`${owedWithin(scope)} AND ${isReadBy(readerId, now)}` : owedWithin(scope);
  const groups = await rowsOf(countedGroup)`
    SELECT p.quarter AS "periodCode", p."opensAt", g.*
    FROM "ReportingPeriod" p
    CROSS JOIN LATERAL (
      SELECT r.status::text, count(*)::int AS total, count(*) FILTER (WHERE ${overdueAt(now)})::int AS overdue,
        count(r."publicationId")::int AS published
      FROM "Report" r WHERE r."periodId" = p.id AND ${condition} GROUP BY r.status
    ) g
    WHERE ${isOwedPeriod()} AND p."planId" = (SELECT id FROM "Plan" WHERE code = ${planCode})`;
  const begun = groups.filter((group) => group.opensAt <= now);
  const chosen = periodCode === null ? begun : groups.filter((group) => group.periodCode === periodCode);
  return { counts: sumOf(chosen), inAllPeriods: sumOf(begun) };
}

export type AgencyRow = { code: string; name: string; reports: ReportRow[] };

/** Lists one page of the agencies of a plan, in the order of its annex, each with its reports of every period. */
export async function listAgencies(
  scope: ReportScope,
  { planCode, search, now }: Pick<ReportFilter, 'planCode' | 'search' | 'now'>,
  { number, size }: Page,
): Promise<{ agencies: AgencyRow[]; total: number }> {
  const where: Prisma.AgencyWhereInput = {
    AND: [{ reports: { some: reportsWithin(scope) } }, search ? { id: { in: await listAgencyIds(search) } } : {}],
    reports: { some: { owed: true, period: { plan: { code: planCode } } } },
  };
  const [total, agencies] = await Promise.all([
    db.agency.count({ where }),
    db.agency.findMany({
      where,
      orderBy: [{ position: 'asc' }, { id: 'asc' }],
      skip: (number - 1) * size,
      take: size,
      select: { id: true, code: true, name: true },
    }),
  ]);
  const stored = await rowsOf(storedRow)`
    SELECT ${rowColumnsAt(now)}
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Agency" a ON a.id = r."agencyId"
    WHERE r.owed AND r."agencyId" = ANY(${agencies.map(({ id }) => id)}::uuid[]) AND ${isOwedPeriod()}
      AND p."planId" = (SELECT id FROM "Plan" WHERE code = ${planCode})
    ORDER BY p.quarter`;
  const rows = stored.map(rowOf);
  return {
    total,
    agencies: agencies.map(({ code, name }) => ({
      code,
      name,
      reports: rows.filter((row) => row.agencyCode === code),
    })),
  };
}
