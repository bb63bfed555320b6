import pg from 'pg';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { storeAgencies, storePlan, storeTexts } from './stored-plan';

export const largePlan = 'large';

export const largeCity = { agencies: 3_500, tasks: 10_000, periods: 4 };

/** The latest of its periods. */
export const largePeriodCode = `2026Q${largeCity.periods}` as PeriodCode;

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

/**
 * Stores a city of 3,500 agencies beside the notice: a plan of 10,000 tasks and four open quarters, for each agency and
 * period a report (two fifths filed, a fifth each accepted, in draft and returned) with 300 characters in each section.
 */
export async function storeLargeCity(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  const { agencies, tasks, periods } = largeCity;
  try {
    await storeAgencies(client, 'L', agencies);
    // Later than the notice, so that the desk opens with it.
    const facts = { code: largePlan, title: '大型城市性能测试计划', issuedOn: '2026-01-05' };
    await storePlan(client, { ...facts, tasks, agencies, prefix: 'L' });
    await client.query(periodsSql, [largePlan, periods]);
    await client.query(reportsSql, [largePlan]);
    await client.query('ANALYZE');
    await storeTexts(client, largePlan);
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
