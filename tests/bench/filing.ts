import pg from 'pg';
import { runScript } from './child';
import type { FilingLoad, FilingTask } from './filing-client';
import { readFilingForm } from './filing-form';
import type { FilingLimitTask } from './filing-limit';
import { openPlanCode } from './open-plan';
import type { Result } from './result';
import { runSql } from './scratch-database';
import type { Officer } from './seed-portal';
import { filingClients, filingsEach, rounds, warmUpFilingsEach } from './settings';
import { inTurns, median } from './turns';

/** Draft reports that each client needs: for warming up and for every round, the portal's and the limit's. */
export const draftsEach = 2 * (warmUpFilingsEach + rounds * filingsEach);

type Client = Officer & { drafts: string[]; snapshot: string };

/** The rows of one statement, on a connection of its own. */
export async function query<Row>(databaseUrl: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client(databaseUrl);
  await client.connect();
  try {
    return (await client.query(text, values)).rows as Row[];
  } finally {
    await client.end();
  }
}

/** The drafts of an agency in the open plan, in the order of their periods. */
export async function draftsOf(databaseUrl: string, agencyId: string): Promise<string[]> {
  const rows = await query<{ id: string }>(
    databaseUrl,
    `SELECT r.id FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
     WHERE l.code = $1 AND r."agencyId" = $2 ORDER BY p.quarter`,
    [openPlanCode, agencyId],
  );
  return rows.map(({ id }) => id);
}

/** Files through the portal: its own form, posted by 16 clients of another process. */
async function fileThroughPortal(origin: string, form: string, clients: Client[], each: number) {
  const task: FilingTask = {
    origin,
    form,
    clients: clients.map(({ cookie, drafts }) => ({ cookie, reportIds: drafts.splice(0, each) })),
  };
  const load = await runScript<FilingLoad>('./filing-client.ts', task, { aliases: true });
  return { ...load, rate: (each * clients.length) / load.seconds };
}

/** Writes the same rows in one bare transaction each, by 16 clients of another process. */
async function fileInBareSql(databaseUrl: string, clients: Client[], each: number): Promise<number> {
  const task: FilingLimitTask = {
    databaseUrl,
    clients: clients.map(({ accountId, drafts, snapshot }) => ({
      accountId,
      snapshot,
      reportIds: drafts.splice(0, each),
    })),
  };
  const { seconds } = await runScript<{ seconds: number }>('./filing-limit.ts', task);
  return (each * clients.length) / seconds;
}

/** Keeps the snapshot that the portal filed for each agency, so that the limit writes the same amount. */
async function keepSnapshots(databaseUrl: string, clients: Client[]): Promise<void> {
  for (const client of clients) {
    const [row] = await query<{ snapshot: string }>(
      databaseUrl,
      `SELECT v.snapshot::text FROM "FiledVersion" v WHERE v."filedById" = $1 ORDER BY v."filedAt" DESC LIMIT 1`,
      [client.accountId],
    );
    client.snapshot = row?.snapshot ?? '';
  }
}

/** Every filing left its version and its event, the portal's and the limit's alike. */
async function checkRows(databaseUrl: string, expected: number): Promise<void> {
  const [row] = await query<{ versions: number; events: number }>(
    databaseUrl,
    `SELECT (SELECT count(*)::int FROM "FiledVersion" v JOIN "Report" r ON r.id = v."reportId"
         JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
       WHERE l.code = $1 AND r.status = 'filed' AND v.number = 1 AND v."filedAt" < p."closesAt") AS versions,
      (SELECT count(*)::int FROM "Event" e JOIN "Report" r ON r.id = e."reportId"
         JOIN "ReportingPeriod" p ON p.id = r."periodId" JOIN "Plan" l ON l.id = p."planId"
       WHERE l.code = $1 AND e.name = 'report-filed') AS events`,
    [openPlanCode],
  );
  if (row?.versions !== expected || row.events !== expected) {
    throw new Error(`${expected} filings left ${row?.versions} versions and ${row?.events} events`);
  }
}

/** A draft with the cookie of somebody who may open it. */
export async function firstDraft(
  databaseUrl: string,
  officers: Officer[],
): Promise<{ reportId: string; cookie: string }> {
  const [officer] = officers;
  if (!officer) throw new Error('there is no officer');
  const [reportId = ''] = await draftsOf(databaseUrl, officer.agencyId);
  return { reportId, cookie: officer.cookie };
}

/** Filing a report of 5 tasks with 4 sections of 300 characters each: how many a second, and how long the slowest wait. */
export async function measureFiling(origin: string, databaseUrl: string, officers: Officer[]): Promise<Result[]> {
  const clients = await Promise.all(
    officers.slice(0, filingClients).map(async (officer): Promise<Client> => {
      return { ...officer, snapshot: '', drafts: await draftsOf(databaseUrl, officer.agencyId) };
    }),
  );
  const firstDrafts = clients.map(({ drafts, cookie }) => ({ reportId: drafts[0] ?? '', cookie }));
  const form = await readFilingForm(origin, firstDrafts as Parameters<typeof readFilingForm>[1]);
  await fileThroughPortal(origin, form, clients, warmUpFilingsEach);
  await keepSnapshots(databaseUrl, clients);
  await fileInBareSql(databaseUrl, clients, warmUpFilingsEach);

  const settled = () => runSql(databaseUrl, 'CHECKPOINT');
  const { first, second } = await inTurns(
    rounds,
    async () => settled().then(() => fileThroughPortal(origin, form, clients, filingsEach)),
    async () => settled().then(() => fileInBareSql(databaseUrl, clients, filingsEach)),
  );
  await checkRows(databaseUrl, draftsEach * clients.length);
  const rates = first.map(({ rate }) => rate);
  const slowest = first.map(({ p99 }) => p99);
  return [
    {
      work: 'file a report',
      unit: 'filings/s',
      measured: median(rates),
      limit: { name: 'one bare SQL transaction', value: median(second) },
      goal: { atLeast: 0.35 },
      samples: { measured: rates, limit: second },
    },
    {
      work: 'file a report: p99',
      unit: 'ms',
      measured: median(slowest),
      limit: null,
      goal: { atMost: 110 },
      samples: { measured: slowest, limit: [] },
    },
  ];
}
