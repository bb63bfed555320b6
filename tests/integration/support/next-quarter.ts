import { randomUUID } from 'node:crypto';
import type { EntryContent } from '@/lib/domain/completeness';
import { blankEntry } from './report-states';
import type { MadeReport } from './reports';
import { type Sql, sql } from './sql';

/** Stores a draft of the second quarter on the same tasks, whose period is open already; gives its id. */
export async function makeNextReport(
  { periodId, agencyId, taskIds }: MadeReport,
  entry: Partial<EntryContent> = {},
  run: Sql = sql,
): Promise<string> {
  const [nextPeriodId, reportId] = [randomUUID(), randomUUID()];
  await run(
    `INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
     SELECT $2, "planId", '2020Q2', "opensAt", '2020-07-03', '2020-07-03T16:00:00Z', false, '[]'
     FROM "ReportingPeriod" WHERE id = $1`,
    [periodId, nextPeriodId],
  );
  await run(
    `INSERT INTO "Report" (id, "periodId", "agencyId", status, version, "filedVersions", "updatedAt")
     VALUES ($1, $2, $3, 'draft', 7, 0, now())`,
    [reportId, nextPeriodId, agencyId],
  );
  const { progress, problems, results, nextSteps } = { ...blankEntry, ...entry };
  for (const taskId of taskIds) {
    await run(
      `INSERT INTO "Entry" (id, "reportId", "taskId", progress, problems, results, "nextSteps", "updatedAt")
       VALUES ($1, $2, $3, $4, $5, $6, $7, now())`,
      [randomUUID(), reportId, taskId, progress, problems, results, nextSteps],
    );
  }
  return reportId;
}
