import { randomUUID } from 'node:crypto';
import type { OwnPortal } from '../own-portal';
import { samples } from '../sample-files';
import type { Reports } from './scene';
import type { Visitors } from './visitors';

/** A row of a table with these columns; gives its id. */
export async function store({ sql }: OwnPortal, table: string, columns: Record<string, unknown>): Promise<string> {
  const id = randomUUID();
  const names = ['id', ...Object.keys(columns)].map((name) => `"${name}"`);
  const places = names.map((_, index) => `$${index + 1}`);
  await sql(`INSERT INTO "${table}" (${names}) VALUES (${places})`, [id, ...Object.values(columns)]);
  return id;
}

/** A file that the reporter has added to the draft. */
export async function storeEvidence({ draft }: Reports, { reporter }: Visitors): Promise<string> {
  const answer = await reporter.request(`/api/evidence?report=${draft.id}&task=${draft.taskIds[0]}`, {
    method: 'POST',
    body: new Uint8Array(samples.pdf),
    headers: { 'X-File-Name': 'a.pdf' },
  });
  const { file } = (await answer.json()) as { file: { id: string } };
  return file.id;
}

/** The same file as it stands in the filed version of a report. */
export async function fileEvidence({ sql }: OwnPortal, { filed }: Reports, evidenceId: string): Promise<string> {
  const id = randomUUID();
  await sql(
    `INSERT INTO "Evidence" SELECT (jsonb_populate_record(e, jsonb_build_object('id', $2::text, 'reportId', $3::text,
       'taskId', $4::text))).* FROM "Evidence" e WHERE e.id = $1`,
    [evidenceId, id, filed.id, filed.taskIds[0]],
  );
  await sql(
    `INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
     SELECT gen_random_uuid(), "reportId", 3, jsonb_set(snapshot, '{entries,0,evidence}', $2), digest, "receiptNumber" || '-3',
       "filedById", timeliness FROM "FiledVersion" WHERE "reportId" = $1 AND number = 1`,
    [filed.id, JSON.stringify([{ id, name: 'a.pdf', size: 1_000, digest: '0'.repeat(64), scan: 'clean' }])],
  );
  await sql('UPDATE "Report" SET "filedVersions" = 3 WHERE id = $1', [filed.id]);
  return id;
}

/** A finished document of the office, of which the store has the bytes of an uploaded file. */
export async function storeDocument(portal: OwnPortal, { filed }: Reports, evidenceId: string, requestedById: string) {
  const [row] = await portal.sql<{ planId: string; digest: string; size: number }>(
    `SELECT q."planId", e.digest, e.size FROM "Evidence" e, "ReportingPeriod" q WHERE e.id = $1 AND q.id = $2`,
    [evidenceId, filed.periodId],
  );
  const times = { requestedAt: new Date(), countedAt: new Date(), finishedAt: new Date() };
  return store(portal, 'DocumentExport', { kind: 'ledger', quarter: '2020Q1', requestedById, ...times, ...row });
}
