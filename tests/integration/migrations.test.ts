import { createHash } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import { migrate } from '@/scripts/migrate';
import { migrationNames, readMigration } from '@/scripts/migration-files';
import { schemaDifference } from '@/scripts/schema-difference';
import { connect, sql } from '../support/sql';

const own = process.env.DATABASE_URL ?? '';

const history = () => sql('SELECT * FROM "_prisma_migrations" ORDER BY migration_name');

test('migrating again applies nothing and leaves the history as it was', async () => {
  const before = await history();
  expect(await migrate(own)).toEqual([]);
  expect(await history()).toEqual(before);
});

test("the history has every migration once, finished, with Prisma's checksum of its file", async () => {
  const names = await migrationNames();
  const scripts = await Promise.all(names.map(readMigration));
  const checksums = scripts.map((script) => createHash('sha256').update(script).digest('hex'));
  const rows = (await history()).map((row) => ({ ...row, hasFinished: row.finished_at instanceof Date }));
  expect(rows).toMatchObject(
    names.map((name, index) => ({
      migration_name: name,
      checksum: checksums[index],
      hasFinished: true,
      rolled_back_at: null,
      applied_steps_count: 1,
    })),
  );
});

test('the migrations lead to the schema, with nothing missing and nothing added', async () => {
  const shadow = new URL(own);
  shadow.pathname += '_shadow';
  const server = connect(inject('databaseServer'));
  await server(`CREATE DATABASE ${shadow.pathname.slice(1)}`);
  await server.end();
  expect(await schemaDifference(own, shadow.href)).toBe('');
});
