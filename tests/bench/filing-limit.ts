import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';

// The limit of filing: the rows that a filing writes, in one bare transaction, 16 connections side by side, the triggers on.
// It has no form, no session and no rules, and its snapshot is prepared. It is a process of its own.

export type FilingLimitTask = {
  databaseUrl: string;
  clients: { accountId: string; reportIds: string[]; snapshot: string }[];
};

const updateReport = `
  UPDATE "Report" SET status = 'filed', version = version + 1, "filedVersions" = 1, timeliness = 'on_time',
    "reviewBegunAt" = NULL, "updatedAt" = now()
  WHERE id = $1 AND status = 'draft' AND version = 1`;

const insertVersion = `
  INSERT INTO "FiledVersion" (id, "reportId", number, snapshot, digest, "receiptNumber", "filedById", timeliness)
  VALUES ($1, $2, 1, $3, $4, $5, $6, 'on_time')`;

const insertEvent = `
  INSERT INTO "Event" (name, "accountId", "reportId", address, detail) VALUES ('report-filed', $1, $2, '', $3)`;

type Filing = { id: string; reportId: string; accountId: string; snapshot: string; digest: string; receipt: string };

async function file(client: pg.Client, { id, reportId, accountId, snapshot, digest, receipt }: Filing): Promise<void> {
  await client.query('BEGIN');
  const { rowCount } = await client.query(updateReport, [reportId]);
  if (rowCount !== 1) throw new Error(`report ${reportId} is no draft`);
  await client.query(insertVersion, [id, reportId, snapshot, digest, receipt, accountId]);
  const detail = { from: 'draft', to: 'filed', version: 1, receiptNumber: receipt, digest, timeliness: 'on_time' };
  await client.query(insertEvent, [accountId, reportId, JSON.stringify(detail)]);
  await client.query('COMMIT');
}

process.once('message', async ({ databaseUrl, clients }: FilingLimitTask) => {
  const queues = clients.map(({ accountId, reportIds, snapshot }) => {
    const digest = createHash('sm3').update(snapshot).digest('hex');
    return reportIds.map(
      (reportId): Filing => ({ id: randomUUID(), reportId, accountId, snapshot, digest, receipt: randomUUID() }),
    );
  });
  const connections = await Promise.all(
    queues.map(async () => {
      const client = new pg.Client(databaseUrl);
      await client.connect();
      return client;
    }),
  );
  const begun = performance.now();
  await Promise.all(
    queues.map(async (filings, index) => {
      for (const filing of filings) await file(connections[index] as pg.Client, filing);
    }),
  );
  const seconds = (performance.now() - begun) / 1000;
  await Promise.all(connections.map((client) => client.end()));
  process.send?.({ seconds });
});
