import { createServer } from 'node:http';
import pg from 'pg';

// The limit of the open data: plain node:http and a pool of as many connections as the portal has, the same rows by hand-
// written queries for each request, JSON.stringify. A process of its own; it imports nothing of the portal.

type Task = { databaseUrl: string; headers: [string, string][] };

/** As many connections as the portal has by default. */
const poolSize = 16;

const tasksSql = `
  SELECT t.code, t.position, t.text, a.code AS "agencyCode", a.name AS "agencyName",
    coalesce((SELECT json_agg(json_build_object('code', s.code, 'name', s.name) ORDER BY s.position)
      FROM "SupportingAgency" x JOIN "Agency" s ON s.id = x."agencyId" WHERE x."taskId" = t.id), '[]') AS supporting
  FROM "Plan" p JOIN "Task" t ON t."planId" = p.id JOIN "TaskLead" d ON d."taskId" = t.id
    JOIN "Agency" a ON a.id = d."agencyId"
  WHERE p.code = $1 ORDER BY t.position`;

const publishedSql = `
  SELECT d.quarter, u."publishedAt", u.content, u.kind
  FROM "Plan" p JOIN "ReportingPeriod" d ON d."planId" = p.id JOIN "Report" r ON r."periodId" = d.id
    JOIN "Publication" u ON u.id = r."publicationId"
  WHERE p.code = $1 AND u.kind <> 'withdrawn' ORDER BY d.quarter`;

type TaskRow = { code: string; position: number; text: string; agencyCode: string; agencyName: string; supporting: [] };
type Entry = { taskCode: string; noProgress: boolean; noProblems: boolean; sections?: string[] };
type Content = { sections?: string[]; entries: (Entry & Record<string, unknown>)[] };
type Published = { quarter: string; publishedAt: Date; content: Content; kind: string };

function publishedOf(code: string, reports: Published[]) {
  return reports.flatMap(({ quarter, publishedAt, content, kind: status }) => {
    const entry = content.entries.find(({ taskCode }) => taskCode === code);
    if (!entry) return [];
    const parts = entry.sections ?? content.sections ?? [];
    const ticks = {
      ...(parts.includes('progress') && { noProgress: entry.noProgress === true }),
      ...(parts.includes('problems') && { noProblems: entry.noProblems === true }),
    };
    const sections = Object.fromEntries(parts.map((section) => [section, entry[section] ?? '']));
    return [{ quarter, status, publishedAt, ...ticks, sections }];
  });
}

async function documentOf(pool: pg.Pool, plan: string): Promise<string> {
  const [tasks, reports] = await Promise.all([
    pool.query<TaskRow>(tasksSql, [plan]),
    pool.query<Published>(publishedSql, [plan]),
  ]);
  return JSON.stringify({
    plan,
    tasks: tasks.rows.map(({ code, position, text, agencyCode, agencyName, supporting }) => ({
      code,
      position,
      text,
      leadAgency: { code: agencyCode, name: agencyName },
      supportingAgencies: supporting,
      published: publishedOf(code, reports.rows),
    })),
  });
}

process.once('message', ({ databaseUrl, headers }: Task) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize });
  const sent = Object.fromEntries(headers.filter(([name]) => name !== 'content-length'));
  const server = createServer(async (_request, response) => {
    const body = Buffer.from(await documentOf(pool, '2020'));
    response.writeHead(200, { ...sent, 'content-length': body.length });
    response.end(body);
  });
  server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
});
process.on('SIGTERM', () => process.exit(0));
