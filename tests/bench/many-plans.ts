import pg from 'pg';
import { storeAgencies, storePlan, storeTexts } from './stored-plan';

export const manyPlans = { plans: 20, agencies: 500, tasks: 500, mostTasks: 4_000 };

/** The plan on which the desk is measured: the one issued last, which has the most tasks. */
export const measuredPlan = `many-${manyPlans.plans}`;

// The last quarter is open; the ones before close once their reports are filed.
const periodsSql = `
  INSERT INTO "ReportingPeriod" (id, "planId", quarter, "opensAt", "dueOn", "closesAt", provisional, reasons)
  SELECT uuidv7(), l.id, '2026Q' || q, now() - make_interval(days => 90 * (5 - q) - 60), current_date + 5,
    now() + interval '5 days', false, '[]'
  FROM "Plan" l, generate_series(1, 4) q WHERE l.code = $1`;

const reportsSql = `
  INSERT INTO "Report" (id, "periodId", "agencyId", status, version, "filedVersions", timeliness, "updatedAt")
  SELECT uuidv7(), p.id, a.id, s.status, 1, (s.status IN ('filed', 'accepted'))::int,
    CASE WHEN s.status IN ('filed', 'accepted') THEN 'on_time'::"Timeliness" END, now()
  FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId", "Agency" a, LATERAL (SELECT (
    CASE WHEN p.quarter = '2026Q4' THEN ARRAY['filed','filed','draft','not_started','not_started']
    ELSE ARRAY['accepted','accepted','accepted','filed',
      CASE WHEN a.position % 20 = 4 THEN 'not_started' ELSE 'accepted' END] END)[a.position % 5 + 1]::"ReportStatus" AS status) s
  WHERE l.code = $1 AND a.code LIKE 'M%'`;

const eventsSql = `
  INSERT INTO "Event" (name, at, "reportId", detail)
  SELECT CASE r.status WHEN 'accepted' THEN 'report-accepted' WHEN 'filed' THEN 'report-filed' ELSE 'report-chased' END,
    now() - interval '2 days', r.id, '{}'
  FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId" WHERE l.code = $1`;

const publicationsSql = `
  WITH published AS (
    INSERT INTO "Publication" (id, "reportId", "filedVersionId", number, kind, content, "publishedAt", "publishedById")
    SELECT uuidv7(), r.id, v.id, 1, 'published', v.snapshot - 'version' - 'entries' || jsonb_build_object(
        'sections', '["progress", "results"]'::jsonb,
        'entries', (SELECT jsonb_agg(e - 'taskId' - 'light' - 'problems' - 'nextSteps' - 'noProgressReason'
          || '{"sections": ["progress", "results"]}') FROM jsonb_array_elements(v.snapshot -> 'entries') e)),
      now() - interval '1 day', v."filedById"
    FROM "Report" r JOIN "FiledVersion" v ON v."reportId" = r.id JOIN "ReportingPeriod" p ON p.id = r."periodId"
      JOIN "Plan" l ON l.id = p."planId" WHERE l.code = $1 AND r.status = 'accepted'
    RETURNING id, "reportId"
  )
  UPDATE "Report" r SET "publicationId" = n.id FROM published n WHERE n."reportId" = r.id`;

const closedSql = `
  UPDATE "ReportingPeriod" p SET "closesAt" = now() - make_interval(days => 90 * (4 - right(quarter, 1)::int) - 5),
    "dueOn" = current_date - (90 * (4 - right(quarter, 1)::int) - 5)
  FROM "Plan" l WHERE l.id = p."planId" AND l.code LIKE 'many-%' AND quarter <> '2026Q4'`;

/** An officer of each agency who gets messages by mail, so that chasing has somebody to reach. */
const officersSql = `
  INSERT INTO "Account" (id, "userName", "displayName", "passwordHash", roles, "agencyId", channels, "mailAddress")
  SELECT uuidv7(), a.code, a.code, '', '{reporter}', a.id, '{mail}', a.code || '@example.org'
  FROM "Agency" a WHERE a.code LIKE 'M%'`;

async function storeOne(client: pg.Client, number: number): Promise<void> {
  const code = `many-${number}`;
  const { agencies, tasks, mostTasks } = manyPlans;
  const facts = {
    code,
    title: `第${number}号重点任务计划`,
    issuedOn: `2026-01-${String(number + 5).padStart(2, '0')}`,
  };
  await storePlan(client, { ...facts, tasks: code === measuredPlan ? mostTasks : tasks, agencies, prefix: 'M' });
  await client.query(periodsSql, [code]);
  await client.query(reportsSql, [code]);
  if (number === 1) await client.query('ANALYZE');
  await storeTexts(client, code);
  await client.query(eventsSql, [code]);
  await client.query(publicationsSql, [code]);
}

/**
 * Stores twenty plans of the same 500 agencies beside the notice, one of them with 4,000 tasks: three quarters that have
 * closed, whose reports are filed and for the most part published, and one in which three fifths have not filed.
 */
export async function storeManyPlans(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    // Nothing of it is an act: nobody is notified of it, and nothing is checked before it is published.
    await client.query('SET session_replication_role = replica');
    await storeAgencies(client, 'M', manyPlans.agencies);
    await client.query(officersSql);
    for (let number = 1; number <= manyPlans.plans; number += 1) await storeOne(client, number);
    await client.query(closedSql);
    await client.query('VACUUM ANALYZE');
    await client.query('CHECKPOINT');
  } finally {
    await client.end();
  }
}
