import { randomUUID } from 'node:crypto';
import { makeAccount } from './accounts';
import { withOffice } from './office';
import type { Sql } from './sql';

async function storePlan(run: Sql): Promise<{ planId: string; planCode: string }> {
  const planId = randomUUID();
  const planCode = `Y${planId.slice(0, 8)}`;
  await run(
    `${withOffice} INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "noticeText", "deadlineRule", status,
       "officeId", "firstOn", "lastOn")
     VALUES ($1, $2, '2020年重点任务分解计划', '试验局', '2020-01-02', '试验处', '试验', $3,
       'issued', (SELECT id FROM office), '2020-01-01', '2020-12-31')`,
    [planId, planCode, { nthWorkingDay: 3, inclusive: true, cutoff: '24:00' }],
  );
  await run(
    `INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
     SELECT gen_random_uuid(), $1::uuid, quarter, "opensAt"::timestamptz, "dueOn"::date, "closesAt"::timestamptz, false, '[]'
     FROM (VALUES ('2020Q1', '2020-02-29T16:00Z', '2020-04-03', '2020-04-03T16:00Z'),
                  ('2020Q2', '2020-05-31T16:00Z', '2020-07-03', '2020-07-03T16:00Z'),
                  ('2020Q3', '2020-08-31T16:00Z', '2020-10-12', '2020-10-12T16:00Z'))
       AS p(quarter, "opensAt", "dueOn", "closesAt")`,
    [planId],
  );
  return { planId, planCode };
}

/**
 * Stores a plan of 24 agencies with two periods, by raw SQL: the first is over, each sixth agency missing, the fifth of
 * six late, the fourth extended, the others on time, the second of them once returned; the second quarter is open until
 * July and nobody has filed. The clock must stand before 2020-04-03T16:00Z.
 */
export async function storeYear(run: Sql): Promise<string> {
  const { planId, planCode } = await storePlan(run);
  await run(
    `WITH agency AS (
       INSERT INTO "Agency" (id, code, name, position)
       SELECT gen_random_uuid(), $2 || '-' || n, '第' || n || '局', n FROM generate_series(1, 24) n RETURNING id, position
     ), task AS (
       INSERT INTO "Task" (id, "planId", code, position, text)
       SELECT gen_random_uuid(), $1::uuid, $2 || '-' || position, position, '重点任务' || position FROM agency
       RETURNING id, position
     ), lead AS (
       INSERT INTO "TaskLead" (id, "taskId", "agencyId", position)
       SELECT gen_random_uuid(), t.id, a.id, 1 FROM task t JOIN agency a USING (position) RETURNING "taskId", "agencyId"
     ), report AS (
       INSERT INTO "Report" (id, "periodId", "agencyId", status, timeliness, version, "filedVersions", "updatedAt")
       SELECT gen_random_uuid(), p.id, a.id,
         (CASE WHEN p.quarter > '2020Q1' OR a.position % 6 = 0 THEN 'not_started'
           WHEN a.position % 6 = 1 THEN 'accepted' ELSE 'filed' END)::"ReportStatus",
         (CASE WHEN p.quarter > '2020Q1' OR a.position % 6 = 0 THEN NULL
           WHEN a.position % 6 = 5 THEN 'late' WHEN a.position % 6 = 4 THEN 'extended' ELSE 'on_time' END)::"Timeliness",
         7, 0, now()
       FROM agency a CROSS JOIN "ReportingPeriod" p WHERE p."planId" = $1::uuid RETURNING id, "agencyId", status
     )
     INSERT INTO "Entry" (id, "reportId", "taskId", content, "updatedAt")
     SELECT gen_random_uuid(), r.id, t.id, jsonb_build_object('progress', '进展',
       'problems', CASE WHEN t.position % 3 = 0 THEN '' ELSE '经费尚未到位' || t.position END,
       'results', '成效', 'nextSteps', '下一步', 'noProblems', t.position % 3 = 0,
       'light', (ARRAY['normal', 'attention', 'blocked', 'completed'])[1 + t.position % 4]), now()
     FROM report r JOIN lead d ON d."agencyId" = r."agencyId" JOIN task t ON t.id = d."taskId" WHERE r.status <> 'not_started'`,
    [planId, planCode],
  );
  await storeReturns(planId, run);
  return planCode;
}

async function storeReturns(planId: string, run: Sql): Promise<void> {
  const { accountId } = await makeAccount('reviewer', null, { run });
  await run(
    `WITH returned AS (
       INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
       SELECT gen_random_uuid(), r.id, 1, '{}', repeat('0', 64), 'Y-' || r.id, $2::uuid, 'on_time'
       FROM "Report" r JOIN "Agency" a ON a.id = r."agencyId" JOIN "ReportingPeriod" p ON p.id = r."periodId"
       WHERE p."planId" = $1::uuid AND p.quarter = '2020Q1' AND a.position % 6 = 2 RETURNING id, "reportId"
     )
     INSERT INTO "Review" (id, "reportId", "filedVersionId", "reviewerId", "begunAt", outcome, "decidedAt", "returnDueOn")
     SELECT gen_random_uuid(), "reportId", id, $2::uuid, portal_now(), 'returned', portal_now(), '2020-04-08' FROM returned`,
    [planId, accountId],
  );
}
