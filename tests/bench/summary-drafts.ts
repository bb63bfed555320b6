import pg from 'pg';
import { residentMegabytes } from './resident-memory';

/** Stores a draft of a quarter's summary over every report that has a filed version, agency by agency; gives its id. */
export async function storeSummaryDraft(url: string, planCode: string, quarter: string): Promise<string> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `INSERT INTO "Summary" (id, "periodId", arrangement, sections, title, "signedOn", "madeAt", "madeById", "changedAt",
         "changedById")
       SELECT uuidv7(), p.id, 'by_agency', '{progress,problems,results,nextSteps}', 'summary', current_date, now(), c.id,
         now(), c.id
       FROM "ReportingPeriod" p JOIN "Plan" l ON l.id = p."planId", "Account" c
       WHERE l.code = $1 AND p.quarter = $2 AND c."userName" = 'coordinator' RETURNING id`,
      [planCode, quarter],
    );
    const id = rows[0]?.id ?? '';
    await client.query(
      `INSERT INTO "SummaryEntry" (id, "summaryId", "reportId", "taskId", "filedVersionId", position)
       SELECT uuidv7(), s.id, r.id, (x ->> 'taskId')::uuid, v.id, dense_rank() OVER (ORDER BY a.position, a.id)
       FROM "Summary" s JOIN "Report" r ON r."periodId" = s."periodId" JOIN "Agency" a ON a.id = r."agencyId"
       JOIN "FiledVersion" v ON v."reportId" = r.id AND v.number = r."filedVersions"
       CROSS JOIN LATERAL jsonb_array_elements(v.snapshot -> 'entries') x WHERE s.id = $1`,
      [id],
    );
    await client.query('ANALYZE "SummaryEntry"');
    return id;
  } finally {
    await client.end();
  }
}

export type SummaryExport = {
  milliseconds: number;
  bytes: number;
  /** Megabytes that the portal took at most while it wrote, beyond what it had before. */
  megabytesMore: number;
};

/** Reads a draft's document to its end, keeping none of it, and watches the portal's memory meanwhile. */
export async function exportSummary(url: string, cookie: string, pid: number): Promise<SummaryExport> {
  const before = residentMegabytes(pid);
  const begun = performance.now();
  const response = await fetch(url, { headers: { cookie } });
  if (response.status !== 200 || !response.body) throw new Error(`${url} was answered ${response.status}`);
  let [bytes, most] = [0, before];
  for await (const chunk of response.body) {
    bytes += chunk.length;
    most = Math.max(most, residentMegabytes(pid));
  }
  return { milliseconds: performance.now() - begun, bytes, megabytesMore: most - before };
}
