import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { DatabaseTrouble } from '@/lib/schemas/form-state';
import { makeReport } from '../support/reports';
import { SilentNetwork } from '../support/silent-network';
import { one, sql } from '../support/sql';

let network: SilentNetwork;
let db: typeof import('@/lib/server/database/db').db;
let pool: typeof import('@/lib/server/database/db').pool;
let databaseTroubleOf: typeof import('@/lib/server/database/database-trouble').databaseTroubleOf;
let reportId: string;

beforeAll(async () => {
  network = await SilentNetwork.to(process.env.DATABASE_URL ?? '');
  process.env.DATABASE_URL = network.url;
  // As in the process that serves pages, where somebody waits.
  process.env.NEXT_RUNTIME = 'nodejs';
  ({ db, pool } = await import('@/lib/server/database/db'));
  ({ databaseTroubleOf } = await import('@/lib/server/database/database-trouble'));
  ({ id: reportId } = await makeReport());
});

afterEach(() => network.recover());

afterAll(async () => {
  await db.$disconnect();
  await network.close();
});

type Failure = { trouble: DatabaseTrouble | null; seconds: number };

/** The trouble with which something fails, and after how many seconds. */
async function failureOf(work: () => Promise<unknown>): Promise<Failure> {
  const begun = performance.now();
  const trouble = await work().then(
    () => null,
    (error: unknown) => databaseTroubleOf(error),
  );
  return { trouble, seconds: (performance.now() - begun) / 1_000 };
}

const within = (most: number, trouble: DatabaseTrouble) => ({
  trouble,
  seconds: expect.toSatisfy((seconds: number) => seconds <= most, `at most ${most}`),
});

const read = () => db.$queryRaw`SELECT 1`;
const openConnections = (count: number) =>
  Promise.all(Array.from({ length: count }, () => db.$queryRaw`SELECT 1 FROM pg_sleep(0.2)`));

/** Holds a report's row while something is done. */
async function whileHeld<Value>(work: () => Promise<Value>): Promise<Value> {
  const holder = new pg.Client(process.env.DATABASE_URL);
  await holder.connect();
  await holder.query('BEGIN');
  await holder.query('SELECT FROM "Report" WHERE id = $1 FOR UPDATE', [reportId]);
  try {
    return await work();
  } finally {
    await holder.end();
  }
}

describe('a wait on the database ends', () => {
  test('a statement that waits for a lock ends as busy within 5 seconds, and its connection is free again', async () => {
    const write = () =>
      db.$transaction((transaction) => transaction.report.updateMany({ where: { id: reportId }, data: {} }));
    const lock = () =>
      db.$transaction((t) => t.$queryRaw`SELECT FROM "Report" WHERE id = ${reportId}::uuid FOR UPDATE`);
    expect(await whileHeld(() => Promise.all([failureOf(lock), failureOf(lock)]))).toEqual([
      within(5, 'busy'),
      within(5, 'busy'),
    ]);
    await write();
    expect(pool.totalCount - pool.idleCount).toBe(0);
  });

  test('a statement that runs for long ends as busy within 5 seconds', async () => {
    expect(await failureOf(() => db.$queryRaw`SELECT 1 FROM pg_sleep(60)`)).toEqual(within(5, 'busy'));
  });

  test('who finds every connection in use is told that within 5 seconds, and a transaction too', async () => {
    const busy = openLong(16);
    await expect.poll(() => pool.totalCount - pool.idleCount).toBe(16);
    expect(await Promise.all([failureOf(read), failureOf(() => db.$transaction((t) => t.report.count()))])).toEqual([
      within(5, 'busy'),
      within(5, 'busy'),
    ]);
    await busy;
  });

  test('a transaction in which nothing happens for 8 seconds is ended by the database, and blocks nobody after 10', async () => {
    const idle = db.$transaction(
      async (transaction) => {
        await transaction.$queryRaw`SELECT FROM "Report" WHERE id = ${reportId}::uuid FOR UPDATE`;
        await pause(10_000);
        await transaction.report.count();
      },
      { timeout: 20_000 },
    );
    const failure = failureOf(() => idle);
    await pause(500);
    const begun = performance.now();
    await sql('SELECT FROM "Report" WHERE id = $1 FOR UPDATE', [reportId]);
    expect((performance.now() - begun) / 1_000).toBeLessThanOrEqual(10);
    expect((await failure).trouble).toBe('away');
  });

  test('a transaction that only reads may pause for as long as it says', async () => {
    const { allowPauses } = await import('@/lib/server/database/db');
    const work = async (transaction: Parameters<typeof allowPauses>[0]) => {
      await allowPauses(transaction, 30_000);
      await pause(9_500);
      return transaction.report.count();
    };
    expect(await db.$transaction(work, { timeout: 20_000 })).toBe(1);
  });
});

/** Takes connections for three seconds each. */
function openLong(count: number): Promise<unknown> {
  return Promise.all(Array.from({ length: count }, () => db.$queryRaw`SELECT 1 FROM pg_sleep(3.7)`));
}

describe('connections that have fallen silent', () => {
  test('the first request on a silent connection is told within 5 seconds, and the next ones find new connections', async () => {
    await openConnections(8);
    network.fallSilent({ all: false });
    expect(await failureOf(read)).toEqual(within(5, 'away'));
    expect(await Promise.all(Array.from({ length: 16 }, () => failureOf(read)))).toEqual(
      Array.from({ length: 16 }, () => ({ trouble: null, seconds: expect.any(Number) })),
    );
  });

  test('silent connections are replaced within 10 seconds although nobody uses them', async () => {
    await openConnections(2);
    network.fallSilent({ all: false });
    await expect.poll(() => pool.idleCount, { timeout: 10_000 }).toBe(0);
    expect(await failureOf(read)).toEqual({
      trouble: null,
      seconds: expect.toSatisfy((took: number) => took < 1, 'at once'),
    });
  });

  test('a commit without an answer counts as away, since its outcome is unknown', async () => {
    const write = db.$transaction(async (transaction) => {
      await transaction.report.updateMany({ where: { id: reportId }, data: {} });
      network.fallSilent({ all: false });
    });
    expect(await failureOf(() => write)).toEqual(within(5, 'away'));
  });

  test('while no connection leads anywhere each request is told within 5 seconds, and afterwards all is well', async () => {
    await openConnections(2);
    network.fallSilent({ all: true });
    const failures = [];
    for (let count = 0; count < 3; count += 1) failures.push(await failureOf(read));
    expect(failures).toEqual([within(5, 'away'), within(5, 'away'), within(5, 'away')]);
    network.recover();
    expect((await failureOf(read)).trouble).toBeNull();
  });
});

test('connections that the database ends are away, and the next ones work', async () => {
  await openConnections(2);
  await sql(
    `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'portal-web'`,
  );
  const work = () => db.$transaction(async (t) => t.$queryRaw`SELECT pg_terminate_backend(pg_backend_pid())`);
  expect(await failureOf(work)).toEqual(within(5, 'away'));
  // An idle connection that was ended may be taken before its end has arrived.
  await expect.poll(async () => (await failureOf(read)).trouble).toBeNull();
});

test('a full disk and a violated rule of the database are told apart from a busy one', async () => {
  const raise = (state: string) =>
    db.$executeRawUnsafe(`DO $$ BEGIN RAISE EXCEPTION 'x' USING ERRCODE = '${state}'; END $$`);
  const troubles = [];
  for (const state of ['53100', '53300', '40P01', '40001', '23505', 'TP001', '22001', '42P01'])
    troubles.push([state, (await failureOf(() => raise(state))).trouble]);
  expect(Object.fromEntries(troubles)).toEqual({
    53100: 'full',
    53300: 'busy',
    '40P01': 'busy',
    40001: 'busy',
    23505: null,
    TP001: null,
    22001: null,
    '42P01': null,
  });
});

test('every connection of the portal has its bounds and its name', async () => {
  await read();
  const settings = await db.$queryRaw`SELECT name, setting FROM pg_settings WHERE name IN
    ('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout', 'application_name', 'tcp_user_timeout',
     'tcp_keepalives_idle') ORDER BY name`;
  expect(settings).toEqual([
    { name: 'application_name', setting: 'portal-web' },
    { name: 'idle_in_transaction_session_timeout', setting: '8000' },
    { name: 'lock_timeout', setting: '2500' },
    { name: 'statement_timeout', setting: '4000' },
    { name: 'tcp_keepalives_idle', setting: '15' },
    { name: 'tcp_user_timeout', setting: '30000' },
  ]);
  expect((await one<{ count: number }>('SELECT count(*)::int AS count FROM "Report"')).count).toBe(1);
});

test('a pool whose connections are all taken for ever is given up, and one that is only busy is not', async () => {
  const { watchPool } = await import('@/lib/server/database/pool-watch');
  const { openPool } = await import('@/lib/server/database/pool');
  const [stuck, busy] = [openPool(), openPool()];
  let stuckGivenUp = 0;
  let busyGivenUp = 0;
  const ends = [watchPool(stuck, () => stuckGivenUp++), watchPool(busy, () => busyGivenUp++)];
  const taken = await Promise.all(Array.from({ length: 16 }, () => stuck.connect()));
  let isLoaded = true;
  const load = Array.from({ length: 40 }, async () => {
    while (isLoaded) await busy.query('SELECT pg_sleep(1)').catch(() => undefined);
  });
  await expect.poll(() => stuckGivenUp, { timeout: 50_000 }).toBeGreaterThan(0);
  expect(busyGivenUp).toBe(0);
  isLoaded = false;
  await Promise.all(load);
  for (const end of ends) end();
  for (const client of taken) client.release();
  await Promise.all([stuck.end(), busy.end()]);
});
