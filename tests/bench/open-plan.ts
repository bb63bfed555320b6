import pg from 'pg';
import { withOffice } from '../support/office';
import { sampleSections } from './sample-texts';

export const openPlanCode = 'bench';

/** Older than the notice, so that the notice's plan stays the latest. */
const issuedOn = '2019-01-01';

export type OpenPlan = { agencies: string[]; tasksEach: number; periods: number };

const planSql = `
  ${withOffice} INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "noticeText", "deadlineRule", status,
    "officeId", "firstOn", "lastOn")
  SELECT uuidv7(), $1, '性能测试计划', '性能测试', $2::date, '', '', "deadlineRule",
    'issued', (SELECT id FROM office), '2020-01-01', '2020-12-31' FROM "Plan" WHERE code = '2020'
  RETURNING id`;

const tasksSql = `
  WITH task AS (
    INSERT INTO "Task" (id, "planId", code, position, text)
    SELECT uuidv7(), $1, 'bench-' || n, n, '性能测试任务' FROM generate_series(1, cardinality($2::uuid[]) * $3::int) n
    RETURNING id, position
  )
  INSERT INTO "TaskLead" (id, "taskId", "agencyId", position)
  SELECT uuidv7(), id, ($2::uuid[])[(position - 1) / $3::int + 1], 1 FROM task`;

// Open for a year, four quarters a year from 2100 on: as many reports as a round needs, one per agency and period. Every
// public page reads all plans, and the portal knows no quarter after the year 2999.
const periodsSql = `
  INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
  SELECT uuidv7(), $1, (2100 + n / 4) || 'Q' || (n % 4 + 1), now() - interval '1 day', current_date + 365,
    now() + interval '365 days', false, '[]'
  FROM generate_series(0, $2::int - 1) n`;

const reportsSql = `
  INSERT INTO "Report" (id, "periodId", "agencyId", status, version, "updatedAt")
  SELECT uuidv7(), p.id, a.id, 'draft', 1, now()
  FROM "ReportingPeriod" p, unnest($2::uuid[]) AS a(id) WHERE p."planId" = $1`;

const entriesSql = `
  INSERT INTO "Entry" (id, "reportId", "taskId", content, "updatedAt")
  SELECT uuidv7(), r.id, t.id, s.content || '{"light": "normal"}', now()
  FROM "ReportingPeriod" p JOIN "Report" r ON r."periodId" = p.id
    JOIN "TaskLead" d ON d."agencyId" = r."agencyId" JOIN "Task" t ON t."planId" = p."planId" AND t.id = d."taskId"
    JOIN jsonb_to_recordset($2::jsonb) AS s(position int, content jsonb) ON s.position = t.position
  WHERE p."planId" = $1`;

/**
 * Stores a plan whose periods are open by the real clock, with a complete draft report for each agency and period, all
 * with the same texts: straight by SQL, since it is only what the measured work begins with.
 */
export async function storeOpenPlan(url: string, { agencies, tasksEach, periods }: OpenPlan): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(planSql, [openPlanCode, issuedOn]);
    const planId = rows[0]?.id;
    const texts = Array.from({ length: agencies.length * tasksEach }, (_, index) => ({
      position: index + 1,
      content: sampleSections(index + 1),
    }));
    await client.query(tasksSql, [planId, agencies, tasksEach]);
    await client.query(periodsSql, [planId, periods]);
    await client.query(reportsSql, [planId, agencies]);
    await client.query(entriesSql, [planId, JSON.stringify(texts)]);
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
