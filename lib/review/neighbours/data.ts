import 'server-only';
import { z } from 'zod';
import type { ReportScope } from '@/lib/domain/authorization';
import { groupsByUrgency } from '@/lib/domain/review/urgency';
import { conditionOf, type ReportFilter, type ReportRow } from '@/lib/reports/rows/data';
import { countGroups, listRange } from '@/lib/review/data';
import { periodColumn, statusColumn } from '@/lib/server/database/columns';
import { scopeCondition } from '@/lib/server/database/office-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { Prisma } from '@/lib/server/generated/client';

const listedPlace = z.object({
  id: z.string(),
  agencyId: z.string(),
  periodId: z.string(),
  status: statusColumn,
  planCode: z.string(),
  periodCode: periodColumn,
});
export type ListedPlace = z.output<typeof listedPlace>;

/**
 * Gives the position of a report in the lists; null where there is none in the scope. The id must be that of a report
 * read before.
 */
export async function getListedPlace(scope: ReportScope, reportId: string): Promise<ListedPlace | null> {
  const [place] = await rowsOf(listedPlace)`
    SELECT r.id, r."agencyId", r."periodId", r.status::text, n.code AS "planCode", p.quarter AS "periodCode"
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" n ON n.id = p."planId"
    WHERE r.id = ${reportId}::uuid AND ${scopeCondition(scope)}`;
  return place ?? null;
}

/** `listed` is null where the group is empty. */
const rankRow = z.object({ before: z.number(), listed: z.boolean().nullable() });

/** Counts the reports of its own group before a report; null where the condition does not select the report itself. */
async function rankInGroup({ id, agencyId, periodId, status }: ListedPlace, condition: Prisma.Sql) {
  const [found] = await rowsOf(rankRow)`
    SELECT count(*) FILTER (WHERE (a.position, a.id) < (own.position, own.id))::int AS before,
      bool_or(r.id = ${id}::uuid) AS listed
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Agency" a ON a.id = r."agencyId"
      JOIN "Agency" own ON own.id = ${agencyId}::uuid
    WHERE r."periodId" = ${periodId}::uuid AND r.status = ${Prisma.sql`${status}::"ReportStatus"`} AND ${condition}`;
  return found?.listed ? found.before : null;
}

export type Neighbours = { previous: ReportRow | null; next: ReportRow | null };

/**
 * Lists the reports before and after one in the list that a filter selects. If a decision has removed it from the list
 * meanwhile, the list's first report comes next.
 */
export async function listNeighbours(
  scope: ReportScope,
  filter: ReportFilter,
  place: ListedPlace,
): Promise<Neighbours> {
  const condition = conditionOf(scope, filter);
  const [counted, rank] = await Promise.all([countGroups(filter, condition), rankInGroup(place, condition)]);
  const groups = groupsByUrgency(counted, filter.now);
  const own = groups.findIndex(({ periodId, status }) => periodId === place.periodId && status === place.status);
  if (rank === null || own === -1) {
    const [first] = await listRange(condition, groups, { from: 0, size: 1, now: filter.now });
    return { previous: null, next: first ?? null };
  }
  const at = groups.slice(0, own).reduce((sum, { total }) => sum + total, rank);
  const around = await listRange(condition, groups, {
    from: Math.max(0, at - 1),
    size: at === 0 ? 2 : 3,
    now: filter.now,
  });
  const [previous, , next] = at === 0 ? [null, ...around] : around;
  return { previous: previous ?? null, next: next ?? null };
}
