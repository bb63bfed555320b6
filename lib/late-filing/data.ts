import 'server-only';
import { z } from 'zod';
import { type DivisionScope, isDivisions, type ReportScope } from '@/lib/domain/authorization';
import { type AfterClosing, afterClosings } from '@/lib/domain/deadline/closing';
import { isOverdue } from '@/lib/domain/report/filing-light';
import { statusesWithDivision } from '@/lib/domain/report/report';
import { statusColumn } from '@/lib/server/database/columns';
import { db } from '@/lib/server/database/db';
import { planCondition, reportsWithin } from '@/lib/server/database/office-sql';
import { isOpenPeriod, openPeriod } from '@/lib/server/database/period-sql';
import { isWithAgency } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { deadlineColumns, deadlineFields, withDeadline } from '@/lib/server/database/stored-deadline';

/** A period by its code and that of its plan. */
export type Period = { plan: string; periodCode: string };

const storedRow = z.object({
  id: z.string(),
  agencyName: z.string(),
  status: statusColumn,
  opensAt: z.date(),
  lateFilingOpen: z.boolean(),
  ...deadlineFields,
});

function rowOf(stored: z.output<typeof storedRow>, now: Date) {
  const row = withDeadline(stored);
  const { id, agencyName, status, dueOn, lateFilingOpen } = row;
  return { id, agencyName, status, dueOn, lateFilingOpen, isOverdue: isOverdue(row, now) };
}

/** A report that is not filed, and whether late filing is open for it. */
export type LateFilingRow = ReturnType<typeof rowOf>;

const unfiledIn = (scope: DivisionScope, { plan, periodCode }: Period) => ({
  ...reportsWithin(scope),
  owed: true,
  status: { notIn: [...statusesWithDivision] },
  AND: { period: { ...openPeriod, code: periodCode, plan: { code: plan } } },
});

/** Lists the reports of a period that are not filed, as far as the scope covers them. */
export async function listUnfiledIds(scope: ReportScope | null, period: Period): Promise<string[]> {
  if (!isDivisions(scope)) return [];
  const reports = await db.report.findMany({ where: unfiledIn(scope, period), select: { id: true } });
  return reports.map(({ id }) => id);
}

/** Gives one page of the reports of a period that are not filed, in the order of the annex. */
export async function listLateFiling(
  scope: DivisionScope,
  { plan, periodCode, now }: Period & { now: Date },
  { number, size }: { number: number; size: number },
): Promise<{ rows: LateFilingRow[]; total: number; open: number }> {
  const where = unfiledIn(scope, { plan, periodCode });
  const [total, open, rows] = await Promise.all([
    db.report.count({ where }),
    db.report.count({ where: { ...where, lateFilingOpen: true } }),
    rowsOf(storedRow)`
      SELECT r.id, a.name AS "agencyName", r.status::text, p."opensAt", r."lateFilingOpen", ${deadlineColumns}
      FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
        JOIN "Agency" a ON a.id = r."agencyId"
      WHERE l.code = ${plan} AND p.quarter = ${periodCode} AND ${planCondition(scope)} AND ${isOpenPeriod()} AND ${isWithAgency()}
      ORDER BY a.position, a.id
      LIMIT ${size} OFFSET ${(number - 1) * size}`,
  ]);
  return { total, open, rows: rows.map((row) => rowOf(row, now)) };
}

/** Gives the rule of a plan for filing after the closing instant. */
export async function getAfterClosing(planCode: string): Promise<AfterClosing> {
  const plan = await db.plan.findUnique({ where: { code: planCode }, select: { afterClosing: true } });
  return z.enum(afterClosings).parse(plan?.afterClosing ?? 'closed');
}
