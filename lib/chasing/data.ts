import 'server-only';
import { z } from 'zod';
import { type DivisionScope, isDivisions, type ReportScope } from '@/lib/domain/authorization';
import { defaultSchedule, type ScheduleStep } from '@/lib/domain/chasing/chasing';
import { statusesWithDivision } from '@/lib/domain/report/report';
import { chasingScheduleSchema } from '@/lib/schemas/chasing-schedule';
import { chasedAt, chasedByHandAt } from '@/lib/server/database/chased-sql';
import { periodColumn, statusColumn } from '@/lib/server/database/columns';
import { db } from '@/lib/server/database/db';
import { planCondition, reportsWithin } from '@/lib/server/database/office-sql';
import { isOpenPeriod, openPeriod } from '@/lib/server/database/period-sql';
import { agencyHasSeveral, officeHasSeveral } from '@/lib/server/database/plan-sql';
import { isWithAgency } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import {
  deadlineColumns,
  deadlineFields,
  isLateFilingOpen,
  lastMovedAt,
  latestClosing,
  withDeadline,
} from '@/lib/server/database/stored-deadline';
import { randomId } from '@/lib/server/files/digest';

/** The chasing schedule that a plan keeps, or that of a plan without its own. */
const storedSchedule = chasingScheduleSchema
  .nullable()
  .transform((schedule): readonly ScheduleStep[] => schedule ?? defaultSchedule);

const unfiledReport = z.object({
  id: z.string(),
  version: z.number(),
  isReturned: z.boolean(),
  /** Says whether it can be filed after its closing instant. */
  isLateFilingOpen: z.boolean(),
  agencyId: z.string(),
  agencyName: z.string(),
  periodId: z.string(),
  periodCode: periodColumn,
  planCode: z.string(),
  planTitle: z.string(),
  officeId: z.string(),
  agencyHasSeveral: z.boolean(),
  officeHasSeveral: z.boolean(),
  /** Instant from which this last day is in force for a report that is not filed. */
  since: z.date(),
  /** The time at which the division last chased its agency by hand. */
  chasedByHandAt: z.date().nullable(),
  schedule: storedSchedule,
  ...deadlineFields,
});

const unfiledOf = (row: z.output<typeof unfiledReport>) => ({ ...withDeadline(row), provisional: row.provisional });

/**
 * A report that is not filed in a period that has begun, with the facts that the chasing schedule needs: the last day in
 * force, and its exclusive closing instant, null while provisional.
 */
export type UnfiledReport = ReturnType<typeof unfiledOf>;

/** Sixty days around now: no chasing schedule has a step farther from its last day. */
const nearby = 60 * 86_400_000;

/**
 * Lists all reports that are not filed and whose last day in force is near, for the chasing job; `now` by the portal's
 * clock.
 */
export async function listUnfiledNear(now: Date): Promise<UnfiledReport[]> {
  const [from, to] = [new Date(now.getTime() - nearby), new Date(now.getTime() + nearby)];
  const rows = await rowsOf(unfiledReport)`
    SELECT r.id, r.version, r.status = 'returned' AS "isReturned",
      ${isLateFilingOpen} AS "isLateFilingOpen", a.id AS "agencyId", a.name AS "agencyName",
      p.id AS "periodId", p.quarter AS "periodCode", l.code AS "planCode", l.title AS "planTitle", l."officeId",
      ${agencyHasSeveral} AS "agencyHasSeveral", ${officeHasSeveral} AS "officeHasSeveral",
      l."chasingLadder" AS schedule, ${deadlineColumns},
      coalesce(${lastMovedAt}, p."opensAt") AS since, ${chasedByHandAt} AS "chasedByHandAt"
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
      JOIN "Agency" a ON a.id = r."agencyId"
    WHERE ${isWithAgency()} AND ${isOpenPeriod()} AND p."opensAt" <= ${now}
      AND ${latestClosing} BETWEEN ${from} AND ${to}
    ORDER BY a.position, a.id, p.quarter`;
  return rows.map(unfiledOf);
}

/** Gives the chasing schedule of a plan. */
export async function getChasingSchedule(planCode: string): Promise<readonly ScheduleStep[]> {
  const plan = await db.plan.findUnique({ where: { code: planCode }, select: { chasingSchedule: true } });
  return storedSchedule.parse(plan?.chasingSchedule ?? null);
}

const storedRow = z.object({
  id: z.string(),
  agencyName: z.string(),
  status: statusColumn,
  /** The time at which its agency was last chased, by the schedule or by hand. */
  chasedAt: z.date().nullable(),
  /** Says whether the agency has an open account that receives messages. */
  hasRecipient: z.boolean(),
  ...deadlineFields,
});

function rowOf(stored: z.output<typeof storedRow>) {
  const { closesAt: _closesAt, ...row } = withDeadline(stored);
  return row;
}

/** A report that is not filed, as a row of the division's chasing page. */
type UnfiledRow = ReturnType<typeof rowOf>;

/**
 * Gives one page of the reports of a period that are not filed, first those named, then in the order of the annex; the
 * number of those whose agency has no account; and an id for one submission.
 */
export async function listUnfiled(
  scope: DivisionScope,
  { plan, periodCode, named }: { plan: string; periodCode: string; named: readonly string[] },
  { number, size }: { number: number; size: number },
): Promise<{ rows: UnfiledRow[]; total: number; withoutRecipient: number; submissionId: string }> {
  const submissionId = randomId();
  const where = {
    ...reportsWithin(scope),
    owed: true,
    status: { notIn: [...statusesWithDivision] },
    AND: { period: { ...openPeriod, code: periodCode, plan: { code: plan } } },
  };
  const [total, withoutRecipient, rows] = await Promise.all([
    db.report.count({ where }),
    db.report.count({ where: { ...where, agency: { accounts: { none: { closedAt: null } } } } }),
    rowsOf(storedRow)`
      SELECT r.id, a.name AS "agencyName", r.status::text, ${deadlineColumns},
        ${chasedAt} AS "chasedAt",
        EXISTS (SELECT FROM "Account" c WHERE c."agencyId" = a.id AND c."closedAt" IS NULL) AS "hasRecipient"
      FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
        JOIN "Agency" a ON a.id = r."agencyId"
      WHERE l.code = ${plan} AND p.quarter = ${periodCode} AND ${planCondition(scope)} AND ${isOpenPeriod()} AND ${isWithAgency()}
      ORDER BY r.id = ANY(${named}::uuid[]) DESC, a.position, a.id
      LIMIT ${size} OFFSET ${(number - 1) * size}`,
  ]);
  return { rows: rows.map(rowOf), total, withoutRecipient, submissionId };
}

const chasableRow = z.object({ id: z.string(), agencyName: z.string(), chasedAt: z.date().nullable() });

/** Lists all reports of a period that are not filed, with the time of the last chasing; none outside the scope. */
export async function listAllUnfiled(
  scope: ReportScope | null,
  { plan, periodCode }: { plan: string; periodCode: string },
): Promise<z.output<typeof chasableRow>[]> {
  if (!isDivisions(scope)) return [];
  return rowsOf(chasableRow)`
    SELECT r.id, a.name AS "agencyName", ${chasedAt} AS "chasedAt"
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
      JOIN "Agency" a ON a.id = r."agencyId"
    WHERE l.code = ${plan} AND p.quarter = ${periodCode} AND ${planCondition(scope)} AND ${isOpenPeriod()}
      AND ${isWithAgency()} ORDER BY a.position, a.id`;
}

const scheduledChaseRow = z.object({ at: z.date(), names: z.array(z.string()) });
export type ScheduledChase = z.output<typeof scheduledChaseRow>;

/** Lists when the schedule chased a report's agency, and which officers, the latest first. */
export function listScheduledChases(reportId: string): Promise<ScheduledChase[]> {
  return rowsOf(scheduledChaseRow)`
    SELECT min(n."createdAt") AS at, array_agg(c."displayName" ORDER BY n.number) AS names
    FROM "Notification" n JOIN "Account" c ON c.id = n."accountId"
    WHERE n."reportId" = ${reportId}::uuid AND n.kind = 'ladder' GROUP BY n.cause ORDER BY 1 DESC LIMIT 100`;
}
