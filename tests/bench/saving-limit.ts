import pg from 'pg';
import { sampleText } from './sample-texts';
import type { Place } from './saving-client';

// The limit of saving: the rows that a save writes, in one bare transaction, over as many connections as the portal has,
// the triggers on. It has no HTTP, no session and no rules. It is a process of its own.

export type SavingLimitTask = { databaseUrl: string; each: number; writers: (Place & { accountId: string })[] };

const poolSize = 16;

// Another writer of the report waits for its turn, as with the portal.
const countContent = `
  UPDATE "Report" SET "contentVersion" = "contentVersion" + 1, "updatedAt" = now() WHERE id = $1 AND status = 'draft'`;

const saveField = `
  UPDATE "Entry" SET content = jsonb_set(content, '{results}', to_jsonb($3::text)), "updatedAt" = now(), "fieldSaves" = jsonb_set("fieldSaves", '{results}',
    jsonb_build_object('version', $4::int, 'by', 'writer', 'at', '2020-04-02T01:00:00.000Z'))
  WHERE "reportId" = $1 AND "taskId" = $2`;

const insertEvent = `
  INSERT INTO "Event" (name, "accountId", "reportId", address, detail) VALUES ('report-saved', $1, $2, '', $3)`;

type Writer = SavingLimitTask['writers'][number];

async function save(pool: pg.Pool, { reportId, taskId, accountId }: Writer, version: number): Promise<void> {
  const client = await pool.connect();
  const fields = [{ taskId, field: 'results', version }];
  try {
    await client.query('BEGIN');
    await client.query({ name: 'count', text: countContent, values: [reportId] });
    await client.query({ name: 'save', text: saveField, values: [reportId, taskId, sampleText(version), version] });
    const detail = JSON.stringify({ from: 'draft', to: 'draft', fields });
    await client.query({ name: 'event', text: insertEvent, values: [accountId, reportId, detail] });
    await client.query('COMMIT');
  } finally {
    client.release();
  }
}

process.once('message', async ({ databaseUrl, each, writers }: SavingLimitTask) => {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: poolSize, min: poolSize });
  const saveAll = async (writer: Writer) => {
    for (let count = 1; count <= each; count += 1) await save(pool, writer, writer.version + count);
  };
  const begun = performance.now();
  await Promise.all(writers.map(saveAll));
  const seconds = (performance.now() - begun) / 1000;
  await pool.end();
  process.send?.({ seconds });
});
