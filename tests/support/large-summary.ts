import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { makeAccount } from './accounts';
import { root } from './source-files';
import { type Sql, sql } from './sql';
import { type SummarizedPeriod, storeSummarizedPeriod } from './summaries';

const run = promisify(execFile);

/** Adds this number of agencies to a period, each with tasks and an accepted report of realistic length. */
async function addAgencies({ planCode, periodId }: SummarizedPeriod, agencies: number, tasksEach: number, into: Sql) {
  await into(
    `INSERT INTO "Agency" (id, code, name, position)
     SELECT gen_random_uuid(), $1 || '-g' || n, $1 || '第' || n || '局', 100 + n FROM generate_series(1, $2::int) n`,
    [planCode, agencies],
  );
  await into(
    `WITH task AS (
       INSERT INTO "Task" (id, "planId", code, position, text)
       SELECT gen_random_uuid(), p.id, a.code || '-' || n, a.position * $2::int + n,
         '推动人工智能技术在本领域的示范应用，形成可以推广的成果（第' || n || '项）'
       FROM "Plan" p, "Agency" a, generate_series(1, $2::int) n WHERE p.code = $1 AND starts_with(a.code, $1 || '-g')
       RETURNING id, code
     )
     INSERT INTO "TaskLead" (id, "taskId", "agencyId", position)
     SELECT gen_random_uuid(), t.id, a.id, 1 FROM task t JOIN "Agency" a ON starts_with(t.code, a.code || '-')`,
    [planCode, tasksEach],
  );
  await into(
    `INSERT INTO "Report" (id, "periodId", "agencyId", status, "filedVersions", timeliness, "updatedAt")
     SELECT gen_random_uuid(), $2::uuid, a.id, 'accepted', 1, 'on_time', now()
     FROM "Agency" a WHERE starts_with(a.code, $1 || '-g')`,
    [planCode, periodId],
  );
  const { accountId } = await makeAccount('coordinator', null, { run: into });
  await into(
    `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
     SELECT gen_random_uuid(), r.id, 1, jsonb_build_object('entries', (
       SELECT jsonb_agg(jsonb_build_object('taskId', t.id, 'progress', repeat(md5(t.id::text) || '进展情况', 10),
         'problems', repeat(md5(t.id::text) || '存在问题', 5), 'results', repeat('取得成效' || md5(t.id::text), 6),
         'nextSteps', repeat('下一步工作', 20), 'noProgress', false, 'noProblems', false, 'noProgressReason', ''))
       FROM "Task" t JOIN "TaskLead" d ON d."taskId" = t.id WHERE d."agencyId" = r."agencyId")), repeat('0', 64), left(r.id::text, 40), $2::uuid, 'on_time'
     FROM "Report" r JOIN "Agency" a ON a.id = r."agencyId"
     WHERE r."periodId" = $1::uuid AND starts_with(a.code, $3 || '-g')`,
    [periodId, accountId, planCode],
  );
  for (const table of ['Task', 'TaskLead', 'Report', 'FiledVersion', 'Agency']) await into(`ANALYZE "${table}"`);
}

/** Stores a period of a plan with this number of agencies besides the usual ones. */
export async function storeLargePeriod(
  agencies: number,
  tasksEach: number,
  into: Sql = sql,
): Promise<SummarizedPeriod> {
  const period = await storeSummarizedPeriod(into);
  await addAgencies(period, agencies, tasksEach, into);
  return period;
}

export type Written = { bytes: number; megabytes: number; seconds: number };

/** Limits the memory for objects, because with more of it the runtime collects garbage later and takes more. */
const memory = ['--max-old-space-size=96', '--max-semi-space-size=8'];

/** Writes a draft in a process of its own, and gives the file's size, the most memory taken and the time needed. */
export async function writeElsewhere(summaryId: string): Promise<Written> {
  const script = path.join(import.meta.dirname, 'summary-writer.ts');
  const program = ['--conditions=react-server', '--import', 'tsx', script, summaryId];
  const { stdout } = await run(process.execPath, [...memory, ...program], { cwd: root });
  return JSON.parse(stdout);
}
