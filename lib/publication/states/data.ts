import 'server-only';
import { z } from 'zod';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { filingEnds } from '@/lib/domain/deadline/closing';
import { nextPublicTurn, type PublicState, publicStateOf } from '@/lib/domain/review/public-state';
import { periodColumn, statusColumn } from '@/lib/server/database/columns';
import { filingEnd, isOwedPeriod } from '@/lib/server/database/period-sql';
import { isIssued } from '@/lib/server/database/plan-sql';
import { rowsOf } from '@/lib/server/database/rows';
import {
  deadlineColumns,
  deadlineFields,
  lastDaysOfRow,
  type StoredDeadline,
} from '@/lib/server/database/stored-deadline';
import { Prisma } from '@/lib/server/generated/client';

const stateFields = {
  planCode: z.string(),
  periodCode: periodColumn,
  status: statusColumn,
  filingEnd: z.enum(filingEnds).nullable(),
  opensAt: z.date(),
  published: z.boolean(),
  withdrawnAt: z.date().nullable(),
  ...deadlineFields,
};

const stateRow = z.object({ ...stateFields, id: z.string() });
const stateGroup = z.object({ ...stateFields, count: z.number() });

const periodFacts = Prisma.sql`
  l.code AS "planCode", p.quarter AS "periodCode", ${filingEnd} AS "filingEnd", p."opensAt"`;

/** The facts from which the public state of a report r of a period p of a plan l follows; no text is read. */
const stateFacts = Prisma.sql`
  ${periodFacts}, r.status::text, ${deadlineColumns}, r."publicationId" IS NOT NULL AS published,
  CASE WHEN r."publicationId" IS NULL THEN
    (SELECT max(u."publishedAt") FROM "Publication" u WHERE u."reportId" = r.id AND u.kind = 'withdrawn') END AS "withdrawnAt"`;

const hasState = Prisma.sql`(r.owed OR r."publicationId" IS NOT NULL)`;

/** The reports that have a public state. */
const reportsWithState = Prisma.sql`
  "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" AND ${isOwedPeriod()} AND ${hasState}
  JOIN "Plan" l ON l.id = p."planId" AND ${isIssued}`;

const withDeadlineInForce = <Row extends StoredDeadline>(row: Row) => ({ ...row, ...lastDaysOfRow(row).inForce });

type Turning = Parameters<typeof nextPublicTurn>[0];

function nextTurnOf(reports: readonly Turning[], now: Date): Date | null {
  const turns = reports.flatMap((report) => nextPublicTurn(report, now) ?? []);
  return turns.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

/** The public state of one report, by its plan and period. */
export type ReportPublicState = { reportId: string; planCode: string; periodCode: PeriodCode; state: PublicState };

/**
 * Gives the states of an agency's reports under every plan, the newest periods first, and the next instant at which one of
 * them changes by time alone. The status is read to tell them apart and does not leave this function.
 */
export async function listStatesOfAgency(agencyCode: string, now: Date) {
  const rows = await rowsOf(stateRow)`
    SELECT r.id, ${stateFacts} FROM ${reportsWithState}
    WHERE r."agencyId" = (SELECT id FROM "Agency" WHERE code = ${agencyCode}) ORDER BY p.quarter DESC, r.id`;
  const reports = rows.map(withDeadlineInForce);
  const states = reports.map((report): ReportPublicState => {
    const { id: reportId, planCode, periodCode } = report;
    return { reportId, planCode, periodCode, state: publicStateOf(report, now) };
  });
  return { states, turn: nextTurnOf(reports, now) };
}

/** The facts of reports r that have them in common, with their number: a few rows, whatever the number of reports. */
const reportGroups = (planCodes: readonly string[]) => Prisma.sql`
  SELECT r."periodId", r.status, r."extendedDueOn", r."extendedClosesAt", r."returnDueOn", r."returnClosesAt",
    r."publicationId" IS NOT NULL AS published, CASE WHEN r."publicationId" IS NULL THEN w.at END AS "withdrawnAt",
    count(*)::int AS count
  FROM "Report" r LEFT JOIN (
    SELECT "reportId", max("publishedAt") AS at FROM "Publication" WHERE kind = 'withdrawn' GROUP BY "reportId"
  ) w ON w."reportId" = r.id
  WHERE ${hasState} AND r."periodId" IN (
    SELECT p.id FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId" AND ${isIssued}
    WHERE l.code = ANY(${[...planCodes]}) AND ${isOwedPeriod()})
  GROUP BY 1, 2, 3, 4, 5, 6, 7, 8`;

/** The public states of a period's reports, and how many of them are in each. */
export type CountedState = { planCode: string; periodCode: PeriodCode; state: PublicState; count: number };

/**
 * Counts the reports of some plans by their states, the newest periods first: those that have all facts in common are one
 * row, so that it does not matter how many there are. With the next instant, as above.
 */
export async function countStates(planCodes: readonly string[], now: Date) {
  const rows = await rowsOf(stateGroup)`
    SELECT ${periodFacts}, r.status::text, ${deadlineColumns}, r.published, r."withdrawnAt", r.count
    FROM (${reportGroups(planCodes)}) r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
    ORDER BY p.quarter DESC`;
  const groups = rows.map(withDeadlineInForce);
  const states = groups.map((group): CountedState => {
    const { planCode, periodCode, count } = group;
    return { planCode, periodCode, count, state: publicStateOf(group, now) };
  });
  return { states, turn: nextTurnOf(groups, now) };
}
