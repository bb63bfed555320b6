import 'server-only';
import { z } from 'zod';
import { filingEnds } from '@/lib/domain/deadline/closing';
import type { PeriodState } from '@/lib/domain/plan/plan-periods';
import { civilDateColumn, periodColumn } from '@/lib/server/database/columns';
import { db, type Transaction } from '@/lib/server/database/db';
import { filingEnd } from '@/lib/server/database/period-sql';
import { isWithDivision } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { dayReasonsSchema } from '@/lib/server/database/stored-json';

const periodRow = z.object({
  id: z.string(),
  code: periodColumn,
  opensAt: z.date(),
  dueOn: civilDateColumn,
  closesAt: z.date(),
  provisional: z.boolean(),
  reasons: dayReasonsSchema,
  end: z.enum(filingEnds).nullable(),
  skippedFor: z.string(),
  closedAt: z.date().nullable(),
  reports: z.number(),
  begun: z.number(),
  filed: z.number(),
  withDivision: z.number(),
  accepted: z.number(),
});

/** A period of a plan with its frozen deadline and the numbers of its reports by state. */
export type PlanPeriodRow = z.output<typeof periodRow>;

/** Lists the periods of a plan in order. */
export async function listPeriods(planId: string, client: Transaction = db): Promise<PlanPeriodRow[]> {
  return rowsOf(periodRow, client)`
    SELECT p.id, p.quarter AS code, p."opensAt", p."dueOn"::text AS "dueOn", p."closesAt", p.provisional, p.reasons,
      ${filingEnd} AS end, p."skippedFor", p."closedAt", count(r.id)::int AS reports,
      count(r.id) FILTER (WHERE r.status <> 'not_started')::int AS begun,
      count(r.id) FILTER (WHERE r."filedVersions" > 0)::int AS filed,
      count(r.id) FILTER (WHERE ${isWithDivision()})::int AS "withDivision",
      count(r.id) FILTER (WHERE r.status = 'accepted')::int AS accepted
    FROM "ReportingPeriod" p LEFT JOIN "Report" r ON r."periodId" = p.id
    WHERE p."planId" = ${planId}::uuid
    GROUP BY p.id ORDER BY p.quarter`;
}

/** Gives a row as the law sees it: a provisional deadline does not close. */
export const periodStateOf = (row: PlanPeriodRow): PeriodState => ({
  ...row,
  closesAt: row.provisional ? null : row.closesAt,
});

/** Blocks every filing for the periods of a plan until the transaction ends, and other acts on them. */
export async function holdPeriods(transaction: Transaction, planId: string): Promise<void> {
  await transaction.$queryRaw`SELECT 1 FROM "ReportingPeriod" WHERE "planId" = ${planId}::uuid ORDER BY id FOR UPDATE`;
}
