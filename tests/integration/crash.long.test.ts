import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { freePort } from '@/scripts/free-port';
import { migrate } from '@/scripts/migrate';
import {
  type Cluster,
  type ClusterServer,
  clusterUrl,
  createCluster,
  startCluster,
  stopProcess,
} from '@/scripts/postgres-cluster';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { outOfStep } from '../support/out-of-step';
import { now } from '../support/report-states';
import { makeReport } from '../support/reports';
import { root } from '../support/source-files';
import { connect, type Sql } from '../support/sql';

const sideBySide = 4;

let folder: string;
let cluster: Cluster;
let server: ClusterServer;
let sql: Sql & { end: () => Promise<void> };
let accountId: string;
const reportIds: string[] = [];
const started: ChildProcess[] = [];

/** Starts the database, with further attempts because a killed one may still hold its shared memory. */
async function serve(port: number): Promise<ClusterServer> {
  for (;;) {
    const running = await startCluster(cluster, port);
    if (running) return running;
  }
}

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'portal-crash-'));
  cluster = { folder: path.join(folder, 'postgres'), logFile: path.join(folder, 'postgres.log') };
  await createCluster(cluster);
  server = await serve(await freePort());
  const admin = connect(clusterUrl(cluster, server.port, 'postgres'));
  await admin('CREATE DATABASE crash');
  await admin.end();
  const url = clusterUrl(cluster, server.port, 'crash');
  await migrate(url);
  sql = connect(url);
  await setDemonstrationClock(now, sql);
  ({ accountId } = await makeAccount('leader', null, { run: sql }));
  for (let count = 0; count < sideBySide; count += 1) reportIds.push((await makeReport({ run: sql })).id);
}, 60_000);

afterAll(async () => {
  for (const filing of started) filing.kill('SIGKILL');
  await sql.end();
  await stopProcess(server.process.pid ?? 0);
  await rm(folder, { recursive: true, force: true });
});

/** Starts the process that files, and returns it with the receipts that it acknowledges: each line that it writes is one. */
function startFiling(): { filing: ChildProcess; receipts: string[]; receive: (count: number) => Promise<void> } {
  const script = path.join(import.meta.dirname, '../support/filing-loop.ts');
  const args = ['--conditions=react-server', '--import', 'tsx', script, accountId, ...reportIds];
  const filing = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: clusterUrl(cluster, server.port, 'crash'), LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(filing);
  const receipts: string[] = [];
  const lines = createInterface(filing.stdout);
  lines.on('line', (line) => receipts.push(line));
  const ended = once(filing, 'exit');
  const receive = async (count: number) => {
    while (receipts.length < count) {
      await Promise.race([once(lines, 'line'), ended]);
      if (filing.exitCode !== null) throw new Error('the process that files has ended by itself');
    }
  };
  return { filing, receipts, receive };
}

const storedReceipts = async () =>
  new Set(
    (await sql<{ receipt: string }>('SELECT "receiptNumber" AS receipt FROM "FiledVersion"')).map((row) => row.receipt),
  );

/** Checks that every acknowledged receipt has its version, and that only filings under way were not acknowledged. */
async function expectNothingHalfDone(acknowledged: string[], before: Set<string>): Promise<void> {
  const stored = await storedReceipts();
  expect(acknowledged.filter((receipt) => !stored.has(receipt))).toEqual([]);
  const unacknowledged = [...stored].filter((receipt) => !before.has(receipt) && !acknowledged.includes(receipt));
  expect(unacknowledged.length).toBeLessThanOrEqual(sideBySide);
  expect(await outOfStep(sql)).toEqual([]);
}

/** Connects anew and waits for an answer, since the database restarts itself when one of its processes dies. */
async function reconnect(): Promise<void> {
  await sql.end();
  sql = connect(clusterUrl(cluster, server.port, 'crash'));
  while (!(await sql('SELECT 1 AS one').catch(() => null)));
}

describe('after kill -9 during filing every receipt has its version, and nothing is half written', () => {
  test.each([5, 18, 33])(
    'kill -9 of the server after %i receipts loses no receipt and leaves nothing half written',
    async (count) => {
      const before = await storedReceipts();
      const { filing, receipts, receive } = startFiling();
      await receive(count);
      filing.kill('SIGKILL');
      await once(filing, 'close');
      await expectNothingHalfDone(receipts, before);
    },
    60_000,
  );

  test.each([12])(
    'kill -9 of one process of the database after %i receipts loses nothing',
    async (count) => {
      const before = await storedReceipts();
      const { filing, receipts, receive } = startFiling();
      await receive(count);
      const [busy] = await sql<{ pid: number }>(
        `SELECT pid FROM pg_stat_activity WHERE datname = 'crash' AND pid <> pg_backend_pid() AND backend_type = 'client backend'`,
      );
      process.kill(busy?.pid ?? Number.NaN, 'SIGKILL');
      await once(filing, 'close');
      await reconnect();
      await expectNothingHalfDone(receipts, before);
    },
    60_000,
  );

  test.each([12])(
    'kill -9 of the database after %i receipts loses no receipt and leaves nothing half written',
    async (count) => {
      const before = await storedReceipts();
      const { filing, receipts, receive } = startFiling();
      await receive(count);
      server.process.kill('SIGKILL');
      await once(filing, 'close');
      server = await serve(server.port);
      await expectNothingHalfDone(receipts, before);
    },
    60_000,
  );
});
