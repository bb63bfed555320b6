import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { readCatalogue } from '@/scripts/catalogue';
import { withClient } from '@/scripts/database-client';
import { migrate } from '@/scripts/migrate';
import { migrationNames } from '@/scripts/migration-files';
import { emptyDatabase, migrateUntil } from '../support/migrating';
import { randomFrom } from '../support/random';
import { root } from '../support/source-files';
import { connect, type Sql } from '../support/sql';

const kills = 20;
/** Alters the table of reports, which a reader may hold. */
const altering = '20261128160100_ways_out';
const seed = Number(process.env.MIGRATION_KILLS_SEED ?? randomInt(1_000_000));
const random = randomFrom(seed);

let whole: Set<string>;
/** Milliseconds that all migrations take a process that nobody kills. */
let duration: number;

const catalogueOf = (url: string) => withClient(url, readCatalogue);

/** Starts a process that migrates a database, and waits until it begins. */
async function startMigrating(url: string): Promise<ChildProcess> {
  const script = path.join(import.meta.dirname, '../support/migrate-process.ts');
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], {
    cwd: root,
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  if (child.exitCode === null && child.kill('SIGKILL')) await ended;
}

/** Checks that every migration is recorded once, as finished, and that the database holds what they make. */
async function expectWhole(url: string, sql: Sql): Promise<void> {
  const recorded = await sql<{ name: string; finished: boolean }>(
    `SELECT migration_name AS name, finished_at IS NOT NULL AS finished FROM "_prisma_migrations" ORDER BY migration_name`,
  );
  expect(recorded).toEqual((await migrationNames()).map((name) => ({ name, finished: true })));
  expect(await catalogueOf(url)).toEqual(whole);
}

beforeAll(async () => {
  const url = await emptyDatabase();
  const child = await startMigrating(url);
  const begun = performance.now();
  await once(child, 'exit');
  duration = performance.now() - begun;
  whole = await catalogueOf(url);
});

describe('a process that is killed while it migrates leaves a database with which the next start works', () => {
  test(`at ${kills} random moments (MIGRATION_KILLS_SEED=${seed})`, async () => {
    const moments = Array.from({ length: kills }, () => random() * duration);
    const applied: number[] = [];
    for (const moment of moments) {
      const url = await emptyDatabase();
      const child = await startMigrating(url);
      await pause(moment);
      await kill(child);
      applied.push((await migrate(url)).length);
      const sql = connect(url);
      await expectWhole(url, sql);
      await sql.end();
    }
    // Some of the moments lay in the midst of the migrations.
    const all = (await migrationNames()).length;
    expect(applied.filter((count) => count > 0 && count < all).length).toBeGreaterThan(0);
  }, 240_000);

  test('while it waits for a lock', async () => {
    const url = await emptyDatabase();
    const sql = connect(url);
    await migrateUntil(altering, sql);
    const reader = connect(url);
    await reader('BEGIN; SELECT FROM "Report"');
    const child = await startMigrating(url);
    const waiting = `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    await vi.waitUntil(async () => (await sql(waiting)).length > 0, { timeout: 30_000 });
    await kill(child);
    const next = migrate(url);
    await vi.waitUntil(async () => (await sql(waiting)).length > 0, { timeout: 30_000 });
    await reader.end();
    await next;
    await expectWhole(url, sql);
    await sql.end();
  });
});
