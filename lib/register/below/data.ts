import 'server-only';
import { z } from 'zod';
import type { ReportScope } from '@/lib/domain/authorization';
import { agencyNameInPeriod } from '@/lib/server/database/agency-sql';
import { periodColumn, statusColumn } from '@/lib/server/database/columns';
import { isWithDivision } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';

const filedRow = z.object({
  id: z.string(),
  agencyName: z.string(),
  planTitle: z.string(),
  periodCode: periodColumn,
  status: statusColumn,
  version: z.number(),
  filedAt: z.date(),
  total: z.number(),
});

export type FiledBelow = z.output<typeof filedRow>;

/**
 * Gives a page of the reports that the agencies below the reader's own have handed in, the latest period first, and the number of
 * all; behind the last page neither.
 */
export async function listFiledBelow(
  scope: ReportScope | null,
  { number, size }: { number: number; size: number },
): Promise<{ total: number; reports: FiledBelow[] }> {
  if (scope?.kind !== 'agency') return { total: 0, reports: [] };
  const reports = await rowsOf(filedRow)`
    SELECT r.id, ${agencyNameInPeriod()} AS "agencyName", l.title AS "planTitle", p.quarter AS "periodCode", r.status::text,
      v.number AS version, v."filedAt", count(*) OVER ()::int AS total
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
      JOIN "Agency" a ON a.id = r."agencyId" JOIN "FiledVersion" v ON v."reportId" = r.id AND v.number = r."filedVersions"
    WHERE r."agencyId" = ANY(${[...scope.readableIds]}::uuid[]) AND ${isWithDivision()}
    ORDER BY p."dueOn" DESC, l.code, a.position, a.id LIMIT ${size} OFFSET ${(number - 1) * size}`;
  return { total: reports[0]?.total ?? 0, reports };
}
