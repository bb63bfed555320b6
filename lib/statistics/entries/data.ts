import 'server-only';
import { z } from 'zod';
import type { ReportScope } from '@/lib/domain/authorization';
import { type ProgressLight, progressLights } from '@/lib/domain/report/entry';
import type { Page } from '@/lib/domain/review/urgency';
import { periodCondition } from '@/lib/reports/rows/data';
import { agencyNameInPeriod } from '@/lib/server/database/agency-sql';
import { periodColumn } from '@/lib/server/database/columns';
import { owedWithin } from '@/lib/server/database/office-sql';
import { isWithDivision } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { holdsSearch } from '@/lib/server/database/search-sql';
import { textInReport } from '@/lib/server/database/task-sql';
import { Prisma } from '@/lib/server/generated/client';
import type { StatisticsFilter } from '@/lib/statistics/data';

const lightRow = z.object({
  periodCode: periodColumn,
  total: z.number(),
  normal: z.number(),
  attention: z.number(),
  blocked: z.number(),
  completed: z.number(),
  problems: z.number(),
} satisfies Record<ProgressLight | 'periodCode' | 'total' | 'problems', z.ZodType>);
export type LightCounts = z.output<typeof lightRow>;

const problems = Prisma.sql`coalesce(e.content ->> 'problems', '')`;

/**
 * The entries e of reports r that lie with the division: these are unchanged since filing. Texts that an agency is
 * still writing, or writing again, are not read.
 */
const filedEntries = (scope: ReportScope, filter: StatisticsFilter) => Prisma.sql`
  "Entry" e
  JOIN "Report" r ON r.id = e."reportId" AND ${isWithDivision()} AND e."takenOutAt" IS NULL
  JOIN "ReportingPeriod" p ON p.id = r."periodId"
    AND p."planId" = (SELECT id FROM "Plan" WHERE code = ${filter.planCode})
    AND ${owedWithin(scope)} AND ${periodCondition(filter)}`;

const lightCounts = Prisma.raw(
  progressLights.map((light) => `count(*) FILTER (WHERE e.light = '${light}')::int AS "${light}"`).join(', '),
);

/** Counts the reported tasks by period and progress light, and those that name a problem. */
export function countLights(scope: ReportScope, filter: StatisticsFilter): Promise<LightCounts[]> {
  return rowsOf(lightRow)`
    SELECT p.quarter AS "periodCode",
      count(*)::int AS total, ${lightCounts},
      count(*) FILTER (WHERE e."hasOpenProblem")::int AS problems
    FROM ${filedEntries(scope, filter)}
    GROUP BY p.quarter ORDER BY p.quarter`;
}

const reportedTask = z.object({
  id: z.string(),
  reportId: z.string(),
  periodCode: periodColumn,
  agencyName: z.string(),
  taskCode: z.string(),
  taskText: z.string(),
  light: z.enum(progressLights).nullable(),
  problems: z.string(),
});
export type ReportedTask = z.output<typeof reportedTask>;

/** A page beyond the last task has one row, with the total alone. */
const taskRow = z.union([reportedTask.extend({ total: z.number() }), z.object({ id: z.null(), total: z.number() })]);

function taskOf(row: z.output<typeof taskRow>): ReportedTask[] {
  if (row.id === null) return [];
  const { total: _total, ...task } = row;
  return [task];
}

const agencyName = agencyNameInPeriod();

type Found = {
  filter: StatisticsFilter;
  /** Condition on an entry e. */
  condition: Prisma.Sql;
  /** The texts in which the filter's search text is looked for, the cheapest first. */
  searched: readonly Prisma.Sql[];
};

/** Condition that one of the texts contains the search text; without one it reads no text. */
function holds(search: string, texts: readonly Prisma.Sql[]): Prisma.Sql {
  if (search === '') return Prisma.sql`TRUE`;
  const found = texts.map((text) => holdsSearch(text, search));
  return Prisma.sql`(${Prisma.join(found, ' OR ')})`;
}

async function listEntries(scope: ReportScope, { filter, condition, searched }: Found, { number, size }: Page) {
  const rows = await rowsOf(taskRow)`
    WITH found AS MATERIALIZED (
      SELECT e.id, p.quarter AS "periodCode", a.position, t.position AS "taskPosition"
      FROM ${filedEntries(scope, filter)}
      JOIN "Agency" a ON a.id = r."agencyId"
      JOIN "Task" t ON t.id = e."taskId"
      WHERE ${condition} AND ${holds(filter.search, searched)}
    )
    SELECT n.total, page.id, page."periodCode", e."reportId", ${agencyName} AS "agencyName", t.code AS "taskCode",
      ${textInReport} AS "taskText", e.light, ${problems} AS problems
    FROM (SELECT count(*)::int AS total FROM found) n
    LEFT JOIN (
      SELECT * FROM found ORDER BY "periodCode" DESC, position, "taskPosition", id
      LIMIT ${size} OFFSET ${(number - 1) * size}
    ) page ON true
    LEFT JOIN "Entry" e ON e.id = page.id
    LEFT JOIN "Task" t ON t.id = e."taskId"
    LEFT JOIN "Report" r ON r.id = e."reportId"
    LEFT JOIN "Agency" a ON a.id = r."agencyId"
    LEFT JOIN "ReportingPeriod" p ON p.id = r."periodId"
    ORDER BY page."periodCode" DESC, page.position, page."taskPosition", page.id`;
  return { total: rows[0]?.total ?? 0, tasks: rows.flatMap(taskOf) };
}

/** Gives one page of the reported tasks, of one progress light or of all, the newest period first. */
export function listReportedTasks(
  scope: ReportScope,
  { light, ...filter }: StatisticsFilter & { light: ProgressLight | null },
  page: Page,
) {
  const condition = light ? Prisma.sql`e.light = ${light}` : Prisma.sql`TRUE`;
  return listEntries(scope, { filter, condition, searched: [agencyName, textInReport] }, page);
}

/** Gives one page of the open problems, searched in the problem's text, the task and the agency's name. */
export function listOpenProblems(scope: ReportScope, filter: StatisticsFilter, page: Page) {
  const searched = [agencyName, textInReport, problems];
  return listEntries(scope, { filter, condition: Prisma.sql`e."hasOpenProblem"`, searched }, page);
}
