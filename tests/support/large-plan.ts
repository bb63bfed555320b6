import { randomUUID } from 'node:crypto';
import { makeAccount } from './accounts';
import { withOffice } from './office';
import { type Sql, sql } from './sql';

export const largePlanAt = new Date('2021-01-20T01:00:00Z');

type Size = { agencies: number; tasksEach: number };

type LargePlan = Size & { planId: string; code: string };

async function storePlan({ planId, code, agencies, tasksEach }: LargePlan, run: Sql): Promise<void> {
  await run(
    `${withOffice} INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "noticeText", "deadlineRule", status,
       "officeId", "firstOn", "lastOn")
     VALUES ($1, $2, '大计划', '试验局', '2020-01-02', '试验处', '试验', '{"nthWorkingDay":3,"inclusive":true,"cutoff":"24:00"}',
       'issued', (SELECT id FROM office), '2020-01-01', '2020-12-31')`,
    [planId, code],
  );
  await run(
    `INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
     SELECT uuidv7(), $1::uuid, '2020Q' || q, '2020-01-01', '2021-01-06', '3000-01-01', false, '[]'
     FROM generate_series(1, 4) q`,
    [planId],
  );
  await run(
    `INSERT INTO "Agency" (id, code, name, position)
     SELECT uuidv7(), $1 || '-' || n, $1 || '第' || n || '局', n FROM generate_series(1, $2::int) n`,
    [code, agencies],
  );
  await run(
    `WITH task AS (
       INSERT INTO "Task" (id, "planId", code, position, text)
       SELECT uuidv7(), $1::uuid, a.code || '-' || n, (a.position - 1) * $3::int + n, '重点任务' || n
       FROM "Agency" a, generate_series(1, $3::int) n WHERE starts_with(a.code, $2) RETURNING id, position
     )
     INSERT INTO "TaskLead" (id, "taskId", "agencyId", position)
     SELECT uuidv7(), t.id, a.id, 1 FROM task t
       JOIN "Agency" a ON starts_with(a.code, $2) AND a.position = (t.position - 1) / $3::int + 1`,
    [planId, code, tasksEach],
  );
}

async function storeReports({ planId, code }: LargePlan, run: Sql): Promise<void> {
  const { accountId } = await makeAccount('coordinator', null, { run });
  await run(
    `INSERT INTO "Report" (id, "periodId", "agencyId", status, "filedVersions", timeliness, "updatedAt")
     SELECT uuidv7(), p.id, a.id, 'filed', 1, 'on_time', now()
     FROM "ReportingPeriod" p, "Agency" a WHERE p."planId" = $1::uuid AND starts_with(a.code, $2)`,
    [planId, code],
  );
  await run(
    `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
     SELECT uuidv7(), r.id, 1, '{}', repeat('0', 64), r.id::text, $2::uuid, 'on_time'
     FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" WHERE p."planId" = $1::uuid`,
    [planId, accountId],
  );
  await run(
    `INSERT INTO "Entry" (id, "reportId", "taskId", content, "updatedAt")
     SELECT uuidv7(), r.id, t.id, jsonb_build_object('progress', repeat('进展情况', 60), 'problems', repeat('存在问题', 30),
       'results', repeat('取得成效', 40), 'nextSteps', repeat('下步工作', 30), 'light', 'normal'), now()
     FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId"
     JOIN "TaskLead" d ON d."agencyId" = r."agencyId" JOIN "Task" t ON t.id = d."taskId" AND t."planId" = p."planId" WHERE p."planId" = $1::uuid`,
    [planId],
  );
}

/** The periods stayed open until their reports were filed; they have closed at the time of the tests. */
async function closePeriods({ planId }: LargePlan, run: Sql): Promise<void> {
  await run(`UPDATE "ReportingPeriod" SET "closesAt" = '2021-01-06T16:00:00Z' WHERE "planId" = $1::uuid`, [planId]);
}

/** Stores a draft of the summary of its third quarter, into which nothing was taken yet, and gives its id. */
export async function makeDraft(planCode: string, accountId: string, run: Sql = sql): Promise<string> {
  const id = randomUUID();
  await run(
    `INSERT INTO "Summary" (id, "periodId", arrangement, sections, title, "signedOn", "madeAt", "madeById", "changedAt", "changedById")
     SELECT $1, p.id, 'by_agency', '{progress}', '第三季度汇总稿', '2020-10-15', $3, $4, $3, $4
     FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId" WHERE l.code = $2 AND p.quarter = '2020Q3'`,
    [id, planCode, largePlanAt, accountId],
  );
  return id;
}

/** Stores a plan of a year whose four quarters have begun, with a filed report of each agency in each, by raw SQL. */
export async function makeLargePlan(size: Size, run: Sql = sql): Promise<string> {
  const planId = randomUUID();
  const plan = { ...size, planId, code: `L${planId.slice(0, 8)}` };
  await storePlan(plan, run);
  await storeReports(plan, run);
  await closePeriods(plan, run);
  return plan.code;
}
