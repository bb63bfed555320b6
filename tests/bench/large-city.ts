import pg from 'pg';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { withOffice } from '../support/office';
import { sampleText } from './sample-texts';

export const largePlan = 'large';

export const largeCity = { agencies: 3_500, tasks: 10_000, periods: 4 };

/** The latest of its periods. */
export const largePeriodCode = `2026Q${largeCity.periods}` as PeriodCode;

/** The number of different sections: a prime, so that tasks and periods share them evenly. */
const texts = 997;

// Later than the notice, so that the desk opens with it.
const planSql = `
  ${withOffice} INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "noticeText", "deadlineRule", status,
    "officeId", "firstOn", "lastOn")
  SELECT uuidv7(), $1, '大型城市性能测试计划', '性能测试', '2026-01-05', '', '', "deadlineRule",
    'issued', (SELECT id FROM office), '2020-01-01', '2020-12-31' FROM "Plan" WHERE code = '2020'`;

const agenciesSql = `
  INSERT INTO "Agency" (id, code, name, position)
  SELECT uuidv7(), 'L' || n, '性能测试单位' || n, 1000 + n FROM generate_series(1, $1::int) n`;

const tasksSql = `
  WITH task AS (
    INSERT INTO "Task" (id, "planId", code, position, text)
    SELECT uuidv7(), l.id, $1 || '-' || n, n, '推进第' || n || '项重点任务建设，完善配套机制'
    FROM "Plan" l, generate_series(1, $2::int) n WHERE l.code = $1 RETURNING id, position
  )
  INSERT INTO "TaskLead" (id, "taskId", "agencyId", position)
  SELECT uuidv7(), t.id, a.id, 1 FROM task t JOIN "Agency" a ON a.code = 'L' || (t.position % $3::int + 1)`;

// Open for a year from yesterday on, because a trigger of the database refuses filings after the closing instant.
const periodsSql = `
  INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
  SELECT uuidv7(), l.id, '2026Q' || q, now() - interval '1 day', current_date + 365, now() + interval '365 days', false, '[]'
  FROM "Plan" l, generate_series(1, $2::int) q WHERE l.code = $1`;

const reportsSql = `
  INSERT INTO "Report" (id, "periodId", "agencyId", status, version, "filedVersions", timeliness, "updatedAt")
  SELECT uuidv7(), p.id, a.id, s.status, 1, (s.status <> 'draft')::int,
    CASE WHEN s.status <> 'draft' THEN 'on_time'::"Timeliness" END, now()
  FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId", "Agency" a,
    LATERAL (SELECT (ARRAY['filed','filed','accepted','draft','returned']::"ReportStatus"[])[a.position % 5 + 1] AS status) s
  WHERE l.code = $1 AND a.code LIKE 'L%'`;

// A tenth of the tasks says the same in every period, so that there are near-copies to be marked.
const said = (part: number) => `
  ($2::text[])[(t.position * 4 + ${part}
    + CASE WHEN t.position % 10 = 0 THEN 0 ELSE right(p.quarter, 1)::int * 131 END) % ${texts} + 1]`;

const entriesSql = `
  INSERT INTO "Entry" (id, "reportId", "taskId", content, "updatedAt")
  SELECT uuidv7(), r.id, t.id, jsonb_build_object('noProgress', false, 'noProgressReason', '', 'noProblems', false,
    'light', 'normal', ${['progress', 'problems', 'results', 'nextSteps'].map((key, part) => `'${key}', ${said(part)}`).join()}), now()
  FROM "Plan" l JOIN "ReportingPeriod" p ON p."planId" = l.id JOIN "Report" r ON r."periodId" = p.id
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

/**
 * Stores a city of 3,500 agencies beside the notice: a plan of 10,000 tasks and four open quarters, for each agency and
 * period a report (two fifths filed, a fifth each accepted, in draft and returned) with 300 characters in each section.
 */
export async function storeLargeCity(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const { agencies, tasks, periods } = largeCity;
  const pool = Array.from({ length: texts }, (_, index) => sampleText(index + 1));
  try {
    await client.query(planSql, [largePlan]);
    await client.query(agenciesSql, [agencies]);
    await client.query(tasksSql, [largePlan, tasks, agencies]);
    await client.query(periodsSql, [largePlan, periods]);
    await client.query(reportsSql, [largePlan]);
    await client.query('ANALYZE');
    await client.query(entriesSql, [largePlan, pool]);
    await client.query(versionsSql, [largePlan]);
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}

/** The first filed report of a plan's latest period, which has a period before it to be compared with. */
export async function reportToReview(url: string, planCode: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `SELECT r.id FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
       JOIN "Agency" a ON a.id = r."agencyId"
       WHERE l.code = $1 AND r.status IN ('filed', 'accepted') ORDER BY p.quarter DESC, a.position LIMIT 1`,
      [planCode],
    );
    return rows[0]?.id ?? '';
  } finally {
    await client.end();
  }
}
