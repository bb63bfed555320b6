import type pg from 'pg';
import { sampleText } from './sample-texts';

/** A plan of the bench; its agencies are those whose codes begin with `prefix`. */
export type BenchPlan = {
  code: string;
  title: string;
  issuedOn: string;
  tasks: number;
  agencies: number;
  prefix: string;
};

/** The number of different sections: a prime, so that tasks and periods share them evenly. */
const texts = 997;

const pool = Array.from({ length: texts }, (_, index) => sampleText(index + 1));

// Of the notice's office, to which the coordinator of the bench belongs.
const planSql = `
  INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "noticeText", "deadlineRule", status,
    "officeId", "firstOn", "lastOn")
  SELECT uuidv7(), $1, $2, '性能测试', $3::date, '', '', "deadlineRule",
    'issued', "officeId", '2026-01-01', '2026-12-31' FROM "Plan" WHERE code = '2020'`;

const agenciesSql = `
  INSERT INTO "Agency" (id, code, name, position)
  SELECT uuidv7(), $1 || n, '性能测试单位' || n, 1000 + n FROM generate_series(1, $2::int) n`;

const numbersSql = `
  INSERT INTO "PlanAgency" ("planId", "agencyId", number, position)
  SELECT l.id, a.id, a.code, a.position FROM "Plan" l, "Agency" a WHERE l.code = $1 AND starts_with(a.code, $2)`;

const tasksSql = `
  WITH task AS (
    INSERT INTO "Task" (id, "planId", code, position, text)
    SELECT uuidv7(), l.id, $1 || '-' || n, n, '推进第' || n || '项重点任务建设，完善配套机制'
    FROM "Plan" l, generate_series(1, $2::int) n WHERE l.code = $1 RETURNING id, position
  )
  INSERT INTO "TaskLead" (id, "taskId", "agencyId", position)
  SELECT uuidv7(), t.id, a.id, 1 FROM task t JOIN "Agency" a ON a.code = $4 || (t.position % $3::int + 1)`;

// A tenth of the tasks says the same in every period, so that there are near-copies to be marked.
const said = (part: number) => `
  ($2::text[])[(t.position * 4 + ${part}
    + CASE WHEN t.position % 10 = 0 THEN 0 ELSE right(p.quarter, 1)::int * 131 END) % ${texts} + 1]`;

const entriesSql = `
  INSERT INTO "Entry" (id, "reportId", "taskId", content, "updatedAt")
  SELECT uuidv7(), r.id, t.id, jsonb_build_object('noProgress', false, 'noProgressReason', '', 'noProblems', false,
    'light', 'normal', ${['progress', 'problems', 'results', 'nextSteps'].map((key, part) => `'${key}', ${said(part)}`).join()}), now()
  FROM "Plan" l JOIN "ReportingPeriod" p ON p."planId" = l.id
    JOIN "Report" r ON r."periodId" = p.id AND r.status <> 'not_started'
    JOIN "TaskLead" d ON d."agencyId" = r."agencyId" JOIN "Task" t ON t."planId" = l.id AND t.id = d."taskId"
  WHERE l.code = $1`;

const versionsSql = `
  INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
  SELECT uuidv7(), r.id, 1, jsonb_build_object(
      'plan', jsonb_build_object('code', l.code, 'title', l.title),
      'agency', jsonb_build_object('code', a.code, 'name', a.name),
      'quarter', p.quarter, 'version', 1,
      'entries', jsonb_agg(e.content || jsonb_build_object(
        'taskId', t.id, 'taskCode', t.code, 'taskText', t.text) ORDER BY t.position)),
    repeat('0', 64), 'BENCH-' || left(r.id::text, 34), c.id, 'on_time'
  FROM "Plan" l JOIN "ReportingPeriod" p ON p."planId" = l.id JOIN "Report" r ON r."periodId" = p.id
    JOIN "Agency" a ON a.id = r."agencyId" JOIN "Entry" e ON e."reportId" = r.id JOIN "Task" t ON t.id = e."taskId",
    (SELECT id FROM "Account" WHERE "userName" = 'coordinator') c
  WHERE l.code = $1 AND r."filedVersions" = 1
  GROUP BY r.id, l.id, p.id, a.id, c.id`;

/** Enters agencies in the register whose codes are a prefix with their numbers. */
export async function storeAgencies(client: pg.Client, prefix: string, count: number): Promise<void> {
  await client.query(agenciesSql, [prefix, count]);
}

/** Stores an issued plan with its tasks, dealt out to its agencies in turn. */
export async function storePlan(client: pg.Client, plan: BenchPlan): Promise<void> {
  const { code, title, issuedOn, tasks, agencies, prefix } = plan;
  await client.query(planSql, [code, title, issuedOn]);
  await client.query(numbersSql, [code, prefix]);
  await client.query(tasksSql, [code, tasks, agencies, prefix]);
}

/** Stores the texts of a plan's reports, 300 characters in each section, and the versions of those that are filed. */
export async function storeTexts(client: pg.Client, code: string): Promise<void> {
  await client.query(entriesSql, [code, pool]);
  await client.query(versionsSql, [code]);
}
