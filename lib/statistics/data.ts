import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { FilingCounts } from '@/lib/domain/review/filing-rate';
import type { Page } from '@/lib/domain/review/urgency';
import { outcomeAt, periodCondition, scopeCondition, wasReturned } from '@/lib/reports/rows/data';
import { db } from '@/lib/server/database/db';
import { patternOf } from '@/lib/server/database/search-pattern';
import { Prisma } from '@/lib/server/generated/client';

/** The reports of a plan to count: those of a period, of a year, or all whose period has begun by `now`. */
export type StatisticsFilter = {
  planCode: string;
  periodCode: PeriodCode | null;
  year?: number;
  search: string;
  now: Date;
};

/** First filings by outcome, and the number of reports returned at least once. */
export type Counted = FilingCounts & { returned: number };

/** Sums of the columns `outcome` and `returned` of the rows c. */
const sums = Prisma.sql`
  count(*) FILTER (WHERE c.outcome = 'on_time')::int AS on_time,
  count(*) FILTER (WHERE c.outcome = 'extended')::int AS extended,
  count(*) FILTER (WHERE c.outcome = 'late')::int AS late,
  count(*) FILTER (WHERE c.outcome = 'missing')::int AS missing,
  count(*) FILTER (WHERE c.outcome = 'pending')::int AS pending,
  count(*) FILTER (WHERE c.returned)::int AS returned`;

export type PeriodCounts = Counted & { planCode: string; planTitle: string; periodCode: PeriodCode };

/** Counts by period, for every period of every plan that has begun; the years and the trend are sums of them. */
export function countByPeriod(scope: ReportScope, now: Date): Promise<PeriodCounts[]> {
  return db.$queryRaw<PeriodCounts[]>`
    SELECT l.code AS "planCode", l.title AS "planTitle", p.quarter AS "periodCode", c.*
    FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId"
    CROSS JOIN LATERAL (
      SELECT ${sums} FROM (
        SELECT ${outcomeAt(now)} AS outcome, ${wasReturned} AS returned
        FROM "Report" r WHERE r."periodId" = p.id AND ${scopeCondition(scope)}
      ) c
    ) c
    WHERE p."opensAt" <= ${now}
    ORDER BY p.quarter, l.code`;
}

export type AgencyCounts = Counted & { code: string; name: string };

/**
 * Gives one page of the agencies with their counts: most missing first, then most late, then in the order of the annex.
 */
export async function countByAgency(
  scope: ReportScope,
  filter: StatisticsFilter,
  { number, size }: Page,
): Promise<{ agencies: AgencyCounts[]; total: number }> {
  const rows = await db.$queryRaw<(AgencyCounts & { position: number; total: number })[]>`
    WITH counted AS (
      SELECT a.code, a.name, a.position, ${sums}
      FROM (
        SELECT r."agencyId", ${outcomeAt(filter.now)} AS outcome, ${wasReturned} AS returned
        FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId"
        WHERE p."planId" = (SELECT id FROM "Plan" WHERE code = ${filter.planCode})
          AND ${scopeCondition(scope)} AND ${periodCondition(filter)}
      ) c
      JOIN "Agency" a ON a.id = c."agencyId" AND a.name ILIKE ${patternOf(filter.search)}
      GROUP BY a.id
    )
    SELECT t.total, page.* FROM (SELECT count(*)::int AS total FROM counted) t
    LEFT JOIN LATERAL (
      SELECT * FROM counted ORDER BY missing DESC, late DESC, position, code
      LIMIT ${size} OFFSET ${(number - 1) * size}
    ) page ON true
    ORDER BY page.missing DESC, page.late DESC, page.position, page.code`;
  return {
    total: rows[0]?.total ?? 0,
    agencies: rows
      .filter(({ code }) => code !== null)
      .map(({ position: _position, total: _total, ...counted }) => counted),
  };
}
