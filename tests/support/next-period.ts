import { randomUUID } from 'node:crypto';
import { makeAccount } from './accounts';
import { blankEntry, type NoticeEntry } from './report-states';
import type { MadeReport } from './reports';
import { type Sql, sql } from './sql';

async function fileNow(reportId: string, agencyId: string, run: Sql): Promise<void> {
  const { accountId } = await makeAccount('reporter', agencyId, { run });
  await run(
    `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
     SELECT $1::uuid, r.id, 1,
       jsonb_build_object('plan', jsonb_build_object('code', 'T', 'title', '试验计划'),
         'agency', jsonb_build_object('code', 'T', 'name', '试验单位'), 'quarter', '2020Q2', 'version', 1,
         'entries', (SELECT jsonb_agg(e.content || jsonb_build_object('taskId', e."taskId") || '{"taskCode": "T-1", "taskText": "试验任务", "light": "normal"}')
           FROM "Entry" e WHERE e."reportId" = r.id)),
       repeat('0', 64), 'T-' || left($1::text, 18), $3, 'on_time'
     FROM "Report" r WHERE r.id = $2`,
    [randomUUID(), reportId, accountId],
  );
  await run(`UPDATE "Report" SET "filedVersions" = 1, timeliness = 'on_time' WHERE id = $1`, [reportId]);
}

/** Stores the report of the second quarter on the same tasks, whose period is open already; gives its id. */
export async function makeNextReport(
  { periodId, agencyId, taskIds }: MadeReport,
  entry: Partial<NoticeEntry> = {},
  run: Sql = sql,
  status: 'draft' | 'filed' = 'draft',
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
     VALUES ($1, $2, $3, $4, 7, 0, now())`,
    [reportId, nextPeriodId, agencyId, status],
  );
  for (const taskId of taskIds) {
    await run('INSERT INTO "Entry" (id, "reportId", "taskId", content, "updatedAt") VALUES ($1, $2, $3, $4, now())', [
      randomUUID(),
      reportId,
      taskId,
      { ...blankEntry, ...entry },
    ]);
  }
  if (status === 'filed') await fileNow(reportId, agencyId, run);
  return reportId;
}
