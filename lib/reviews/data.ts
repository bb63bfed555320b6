import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import { type CivilDate, civilDateFromStored } from '@/lib/domain/civil-date';
import type { Quarter } from '@/lib/domain/quarter';
import type { ReportStatus } from '@/lib/domain/report';
import { db } from '@/lib/server/db';
import type { Prisma } from '@/lib/server/generated/client';
import {
  conditionOf,
  overdueAt,
  type ReportFilter,
  type ReportRow,
  rowColumns,
  rowOf,
  type StoredRow,
} from './report-rows';
import { groupsByUrgency, type Page, type ReportGroup, windowOf } from './urgency';

/** Counts what a filter keeps, by period and status: out of an index, with no report loaded. */
function countGroups(filter: ReportFilter, condition: Prisma.Sql): Promise<ReportGroup[]> {
  return db.$queryRaw<ReportGroup[]>`
    SELECT p.id AS "periodId", p.quarter, p."opensAt", p."closesAt", p.provisional, r.status::text, count(*)::int AS total
    FROM "ReportingPeriod" p JOIN "Report" r ON r."periodId" = p.id
    WHERE p."planId" = (SELECT id FROM "Plan" WHERE code = ${filter.planCode}) AND ${condition}
    GROUP BY p.id, r.status`;
}

/**
 * Lists one page of the reports that a filter keeps, what needs action first, with the count of all of them. The order
 * goes by groups (period and status), so that the database sorts no more than the groups in which the page lies.
 */
export async function listReports(
  scope: ReportScope,
  filter: ReportFilter,
  page: Page,
): Promise<{ rows: ReportRow[]; total: number }> {
  const condition = conditionOf(scope, filter);
  const groups = groupsByUrgency(await countGroups(filter, condition), filter.now);
  const parts = windowOf(groups, page);
  const rows =
    parts.length === 0
      ? []
      : await db.$queryRaw<StoredRow[]>`
          SELECT r.*
          FROM unnest(
              ${parts.map((part) => part.group.periodId)}::uuid[], ${parts.map((part) => part.group.status)}::text[],
              ${parts.map((part) => part.skip)}::int[], ${parts.map((part) => part.take)}::int[]
            ) WITH ORDINALITY AS g("periodId", status, skip, take, place)
          CROSS JOIN LATERAL (
            SELECT ${rowColumns}, a.position AS "agencyPosition"
            FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Agency" a ON a.id = r."agencyId"
            WHERE r."periodId" = g."periodId" AND r.status = g.status::"ReportStatus" AND ${condition}
            ORDER BY a.position, a.id LIMIT g.take OFFSET g.skip
          ) r
          ORDER BY g.place, r."agencyPosition"`;
  return { rows: rows.map(rowOf), total: groups.reduce((sum, group) => sum + group.total, 0) };
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

/** Counts the reports of a plan or of one quarter by what they are; the filter's status does not matter. */
export async function countReports(scope: ReportScope, filter: ReportFilter): Promise<ReportCounts> {
  const condition = conditionOf(scope, { ...filter, status: null });
  const groups = await db.$queryRaw<{ status: ReportStatus; total: number; overdue: number; published: number }[]>`
    SELECT r.status::text, count(*)::int AS total, count(*) FILTER (WHERE ${overdueAt(filter.now)})::int AS overdue,
      count(r."publicationId")::int AS published
    FROM "ReportingPeriod" p JOIN "Report" r ON r."periodId" = p.id
    WHERE p."planId" = (SELECT id FROM "Plan" WHERE code = ${filter.planCode}) AND ${condition}
    GROUP BY r.status`;
  const totalIn = (...statuses: ReportStatus[]) =>
    groups.reduce((sum, group) => sum + (statuses.includes(group.status) ? group.total : 0), 0);
  return {
    due: groups.reduce((sum, group) => sum + group.total, 0),
    unfiled: totalIn('not_started', 'draft', 'awaiting_sign_off'),
    filed: totalIn('filed'),
    returned: totalIn('returned'),
    accepted: totalIn('accepted'),
    overdue: groups.reduce((sum, group) => sum + group.overdue, 0),
    published: groups.reduce((sum, group) => sum + group.published, 0),
  };
}

export type AgencyRow = { code: string; name: string; reports: ReportRow[] };

/** Lists one page of the agencies of a plan, in the order of its annex, each with its reports of every quarter. */
export async function listAgencies(
  scope: ReportScope,
  { planCode, search }: Pick<ReportFilter, 'planCode' | 'search'>,
  { number, size }: Page,
): Promise<{ agencies: AgencyRow[]; total: number }> {
  const where: Prisma.AgencyWhereInput = {
    id: scope.kind === 'agency' ? scope.agencyId : undefined,
    reports: { some: { period: { plan: { code: planCode } } } },
    name: search ? { contains: search.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } : undefined,
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
  const stored = await db.$queryRaw<StoredRow[]>`
    SELECT ${rowColumns}
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Agency" a ON a.id = r."agencyId"
    WHERE r."agencyId" = ANY(${agencies.map(({ id }) => id)}::uuid[])
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

export type PeriodFacts = { quarter: Quarter; opensAt: Date; dueOn: CivilDate; closesAt: Date; provisional: boolean };

/** Every plan, the latest first; and of the chosen one (the latest unless its code is known) the periods in order. */
export async function getPlans(code: string | undefined) {
  const plans = await db.plan.findMany({
    orderBy: [{ issuedOn: 'desc' }, { code: 'desc' }],
    select: { code: true, title: true },
  });
  const plan = plans.find((candidate) => candidate.code === code) ?? plans[0];
  const periods = await db.reportingPeriod.findMany({
    where: { plan: { code: plan?.code ?? '' } },
    orderBy: { quarter: 'asc' },
    select: { quarter: true, opensAt: true, dueOn: true, closesAt: true, provisional: true },
  });
  return {
    plans,
    plan: plan ?? null,
    periods: periods.map(
      (period): PeriodFacts => ({
        ...period,
        quarter: period.quarter as Quarter,
        dueOn: civilDateFromStored(period.dueOn),
      }),
    ),
  };
}
