import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { messages } from '@/scripts/console-messages.mjs';
import { migrate } from '@/scripts/migrate';
import { migrationNames } from '@/scripts/migration-files';
import { requireMigrated } from '@/scripts/migration-history';
import { emptyDatabase, migrateUntil, runCommandOn } from '../support/migrating';
import { connect } from '../support/sql';

/** Alters the table of reports, which a reader may hold. */
const altering = '20261128160100_ways_out';

let url: string;
let sql: ReturnType<typeof connect>;

beforeEach(async () => {
  url = await emptyDatabase();
  sql = connect(url);
});

afterEach(() => sql.end());

const history = async () =>
  (await sql<{ name: string }>('SELECT migration_name AS name FROM "_prisma_migrations" ORDER BY started_at')).map(
    ({ name }) => name,
  );

/** A transaction that has read the reports and stays open, as that of a large document does. */
async function openReader(): Promise<{ end(): Promise<void> }> {
  const reader = connect(`${url}?application_name=ledger`);
  await reader('BEGIN; SELECT FROM "Report"');
  return reader;
}

describe('migrations', () => {
  test('two starts at once on an empty database apply every migration once', async () => {
    const names = await migrationNames();
    const applied = await Promise.all([migrate(url), migrate(url)]);
    expect(applied.flat()).toEqual(names);
    expect(await history()).toEqual(names);
  });

  test('a migration that fails leaves nothing of itself, and names itself and the reason', async () => {
    await migrateUntil(altering, sql);
    await sql('CREATE TABLE "ApproverDeputy" (id int)');
    const reason = 'relation "ApproverDeputy" already exists';
    await expect(migrate(url)).rejects.toThrow(messages.migrationFailed(altering, reason));
    expect(await history()).not.toContain(altering);
    expect(await sql(`SELECT FROM information_schema.columns WHERE column_name = 'lateFilingOpen'`)).toEqual([]);
    await sql('DROP TABLE "ApproverDeputy"');
    expect((await migrate(url))[0]).toBe(altering);
  });

  test('a migration that waits for a reader names it, lets others read meanwhile, and goes on when it has ended', async () => {
    await migrateUntil(altering, sql);
    const reader = await openReader();
    const command = runCommandOn(url, 'db-migrate.ts');
    await vi.waitUntil(() => command.printed().includes(`迁移 ${altering} 正在等待其他会话（ledger`), {
      timeout: 30_000,
    });
    await sql(`SET statement_timeout = '5s'; SELECT FROM "Report"`);
    await reader.end();
    expect(await command.ended, command.printed()).toBe(0);
    expect(await history()).toEqual(await migrationNames());
  });

  test('a database with a migration that this program does not know is refused, and nothing is written', async () => {
    await migrate(url);
    await sql(`UPDATE "_prisma_migrations" SET migration_name = '29991231000000_future' WHERE migration_name = $1`, [
      altering,
    ]);
    const refusal = messages.databaseNewer(['29991231000000_future']);
    await expect(migrate(url)).rejects.toThrow(refusal);
    await expect(requireMigrated(url)).rejects.toThrow(refusal);
    expect(await history()).not.toContain(altering);
  });

  test('a database that lacks a migration is refused by what only serves', async () => {
    const names = await migrationNames();
    await migrateUntil(altering, sql);
    const missing = names.slice(names.indexOf(altering));
    await expect(requireMigrated(url)).rejects.toThrow(messages.databaseOlder(missing));
  });
});
