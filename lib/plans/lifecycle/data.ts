import 'server-only';
import { z } from 'zod';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { ReadinessFacts } from '@/lib/domain/plan/plan-readiness';
import { instantText, periodColumn } from '@/lib/server/database/columns';
import { db, type Transaction } from '@/lib/server/database/db';
import { isOpenPeriod } from '@/lib/server/database/period-sql';
import { isWithAgency } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';

const readinessRow = z.object({
  tasks: z.number(),
  leaderless: z.array(z.string()),
  unresolvedGroups: z.array(z.string()),
  withoutOfficers: z.array(z.string()),
});

/** Reads what a draft holds, as far as it decides whether the plan can be issued, but for its deadlines. */
export async function getReadiness(
  planId: string,
  client: Transaction = db,
): Promise<Omit<ReadinessFacts, 'deadlines'>> {
  const rows = await rowsOf(readinessRow, client)`
    SELECT (SELECT count(*)::int FROM "Task" t WHERE t."planId" = l.id) AS tasks,
      ARRAY(SELECT t.code FROM "Task" t WHERE t."planId" = l.id
        AND NOT EXISTS (SELECT FROM "TaskLead" d WHERE d."taskId" = t.id) ORDER BY t.position) AS leaderless,
      ARRAY(SELECT DISTINCT g.name FROM "TaskGroup" g JOIN "Task" t ON t.id = g."taskId" WHERE t."planId" = l.id
        AND NOT EXISTS (SELECT FROM "AgencyGroup" k JOIN "AgencyGroupMember" m ON m."groupId" = k.id WHERE k.name = g.name)
        ORDER BY 1) AS "unresolvedGroups",
      ARRAY(SELECT a.name FROM "Agency" a WHERE a.id IN (
          SELECT d."agencyId" FROM "TaskLead" d JOIN "Task" t ON t.id = d."taskId" WHERE t."planId" = l.id)
        AND NOT EXISTS (SELECT FROM "Account" c WHERE c."agencyId" = a.id AND c."closedAt" IS NULL)
        ORDER BY a.position) AS "withoutOfficers"
    FROM "Plan" l WHERE l.id = ${planId}::uuid`;
  return rows[0] ?? { tasks: 0, leaderless: [], unresolvedGroups: [], withoutOfficers: [] };
}

const openRow = z.object({ agencyName: z.string(), periodCode: periodColumn });

/** A report that is owed and lies with its agency. */
export type OpenReport = { agencyName: string; periodCode: PeriodCode };

/** Lists the reports of a plan that are owed and lie with their agencies, by period and in the order of the register. */
export async function listOpenReports(planId: string, client: Transaction = db): Promise<OpenReport[]> {
  return rowsOf(openRow, client)`
    SELECT a.name AS "agencyName", p.quarter AS "periodCode"
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Agency" a ON a.id = r."agencyId"
    WHERE p."planId" = ${planId}::uuid AND ${isOpenPeriod()} AND ${isWithAgency()}
    ORDER BY p."opensAt", p.quarter, a.position`;
}

const closingRow = z.object({ closedAt: instantText });

/** Gives the instant at which a plan was closed last: that of the periods that were closed with it. */
export async function getPlanClosing(planId: string, client: Transaction): Promise<Date> {
  const [row] = await rowsOf(closingRow, client)`
    SELECT v.detail ->> 'closedAt' AS "closedAt" FROM "Event" v
    WHERE v.name = 'plan-closed' AND v.detail ->> 'planId' = ${planId} ORDER BY v.id DESC LIMIT 1`;
  if (!row) throw new Error(`No closing is recorded of the plan ${planId}`);
  return row.closedAt;
}
