import 'server-only';
import { z } from 'zod';
import type { ReportScope } from '@/lib/domain/authorization';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { FilingCounts } from '@/lib/domain/review/filing-rate';
import type { Page } from '@/lib/domain/review/urgency';
import { outcomeAt, periodCondition, wasReturned } from '@/lib/reports/rows/data';
import { periodColumn } from '@/lib/server/database/columns';
import { owedWithin, planCondition } from '@/lib/server/database/office-sql';
import { isOwedPeriod } from '@/lib/server/database/period-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { holdsSearch } from '@/lib/server/database/search-sql';
import { isPeriodClosedAt } from '@/lib/server/database/stored-deadline';
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

/** The facts of a report r and its period p that are counted. */
const countedFacts = (now: Date) => Prisma.sql`
  ${outcomeAt(now)} AS outcome, ${wasReturned} AS returned, ${isPeriodClosedAt(now)} AS closed`;

/** Sums of these facts of the rows c. */
const sums = Prisma.sql`
  count(*) FILTER (WHERE c.outcome = 'on_time')::int AS on_time,
  count(*) FILTER (WHERE c.outcome = 'extended')::int AS extended,
  count(*) FILTER (WHERE c.outcome = 'late')::int AS late,
  count(*) FILTER (WHERE c.outcome = 'missing')::int AS missing,
  count(*) FILTER (WHERE c.outcome = 'pending')::int AS pending,
  count(*) FILTER (WHERE c.outcome = 'on_time' AND NOT c.closed)::int AS early,
  count(*) FILTER (WHERE c.returned)::int AS returned`;

const countedColumns = {
  on_time: z.number(),
  extended: z.number(),
  late: z.number(),
  missing: z.number(),
  pending: z.number(),
  early: z.number(),
  returned: z.number(),
} satisfies Record<keyof Counted, z.ZodType>;

const periodCounts = z.object({
  planCode: z.string(),
  planTitle: z.string(),
  periodCode: periodColumn,
  ...countedColumns,
});
export type PeriodCounts = z.output<typeof periodCounts>;

/** Counts by period, for every period of every plan that has begun; the years and the trend are sums of them. */
export function countByPeriod(scope: ReportScope, now: Date): Promise<PeriodCounts[]> {
  return rowsOf(periodCounts)`
    SELECT l.code AS "planCode", l.title AS "planTitle", p.quarter AS "periodCode", c.*
    FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId"
    CROSS JOIN LATERAL (
      SELECT ${sums} FROM (
        SELECT ${countedFacts(now)}
        FROM "Report" r WHERE r."periodId" = p.id AND ${owedWithin(scope)}
      ) c
    ) c
    WHERE p."opensAt" <= ${now} AND ${planCondition(scope)} AND ${isOwedPeriod()}
    ORDER BY p.quarter, l.code`;
}

const agencyCounts = z.object({ code: z.string(), name: z.string(), ...countedColumns });
export type AgencyCounts = z.output<typeof agencyCounts>;

/** A page beyond the last agency has one row, with the total alone. */
const agencyRow = z.union([
  agencyCounts.extend({ total: z.number() }),
  z.object({ code: z.null(), total: z.number() }),
]);

/**
 * Gives one page of the agencies with their counts: most missing first, then most late, then in the order of the annex.
 */
export async function countByAgency(
  scope: ReportScope,
  filter: StatisticsFilter,
  { number, size }: Page,
): Promise<{ agencies: AgencyCounts[]; total: number }> {
  const rows = await rowsOf(agencyRow)`
    WITH counted AS (
      SELECT a.code, a.name, a.position, ${sums}
      FROM (
        SELECT r."agencyId", ${countedFacts(filter.now)}
        FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId"
        WHERE p."planId" = (SELECT id FROM "Plan" WHERE code = ${filter.planCode})
          AND ${owedWithin(scope)} AND ${periodCondition(filter)}
      ) c
      JOIN "Agency" a ON a.id = c."agencyId" AND ${holdsSearch(Prisma.sql`a.name`, filter.search)}
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
    agencies: rows.flatMap((row) => {
      if (row.code === null) return [];
      const { total: _total, ...counted } = row;
      return [counted];
    }),
  };
}
