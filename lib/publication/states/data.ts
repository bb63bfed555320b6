import 'server-only';
import { z } from 'zod';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { filingEnds } from '@/lib/domain/deadline/closing';
import { nextPublicTurn, type PublicState, publicStateOf } from '@/lib/domain/review/public-state';
import { periodColumn, statusColumn } from '@/lib/server/database/columns';
import { filingEnd, isOwedPeriod } from '@/lib/server/database/period-sql';
import { isIssued } from '@/lib/server/database/plan-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { deadlineColumns, deadlineFields, lastDaysOfRow } from '@/lib/server/database/stored-deadline';
import { Prisma } from '@/lib/server/generated/client';

const stateRow = z.object({
  id: z.string(),
  planCode: z.string(),
  periodCode: periodColumn,
  status: statusColumn,
  filingEnd: z.enum(filingEnds).nullable(),
  opensAt: z.date(),
  published: z.boolean(),
  withdrawnAt: z.date().nullable(),
  ...deadlineFields,
});

/** The public state of one report, by its plan and period. */
export type ReportPublicState = { reportId: string; planCode: string; periodCode: PeriodCode; state: PublicState };

/**
 * The states at an instant, the newest periods first, and the next instant at which one of them changes by time alone.
 * The status is read to tell them apart and does not leave this function; no text is read.
 */
async function listStates(where: Prisma.Sql, now: Date): Promise<{ states: ReportPublicState[]; turn: Date | null }> {
  const rows = await rowsOf(stateRow)`
    SELECT r.id, l.code AS "planCode", p.quarter AS "periodCode", r.status::text, ${filingEnd} AS "filingEnd", p."opensAt", ${deadlineColumns},
      r."publicationId" IS NOT NULL AS published,
      CASE WHEN r."publicationId" IS NULL THEN
        (SELECT max(u."publishedAt") FROM "Publication" u WHERE u."reportId" = r.id AND u.kind = 'withdrawn') END AS "withdrawnAt"
    FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
    WHERE ${where} AND ${isIssued} AND (r.owed OR r."publicationId" IS NOT NULL) AND ${isOwedPeriod()} ORDER BY p.quarter DESC, r.id`;
  const facts = rows.map((row) => ({ ...row, ...lastDaysOfRow(row).inForce }));
  const turns = facts.flatMap((report) => nextPublicTurn(report, now) ?? []).sort((a, b) => a.getTime() - b.getTime());
  return {
    states: facts.map((report) => ({
      reportId: report.id,
      planCode: report.planCode,
      periodCode: report.periodCode,
      state: publicStateOf(report, now),
    })),
    turn: turns[0] ?? null,
  };
}

/** Gives the states of an agency's reports under every plan. */
export function listStatesOfAgency(agencyCode: string, now: Date) {
  return listStates(Prisma.sql`r."agencyId" = (SELECT id FROM "Agency" WHERE code = ${agencyCode})`, now);
}

/** Gives the states of all reports under a plan. */
export function listStatesOfPlan(planCode: string, now: Date) {
  return listStates(Prisma.sql`l.code = ${planCode}`, now);
}
