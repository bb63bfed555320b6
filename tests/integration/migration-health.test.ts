import { afterEach, expect, test } from 'vitest';
import { migrationHealth } from '@/lib/server/database/migration-health';
import { leaveRecord } from '../support/migrating';
import { sql } from '../support/sql';

const altering = '20261128160100_ways_out';
const others: string[] = [];

afterEach(async () => {
  await sql(`UPDATE "_prisma_migrations" SET finished_at = now(), rolled_back_at = null WHERE migration_name = $1`, [
    altering,
  ]);
  await sql('DELETE FROM "_prisma_migrations" WHERE migration_name = ANY ($1)', [others]);
});

test('the health of migrations is well for a database with exactly those of this program', async () => {
  expect(await migrationHealth()).toEqual({ ok: true });
});

test('the health of migrations names a database of a newer program', async () => {
  others.push('29991231000000_future');
  await leaveRecord('29991231000000_future', sql);
  expect(await migrationHealth()).toEqual({ ok: false, reason: 'database-newer' });
});

test('the health of migrations names a database that lacks one, or has one that was rolled back', async () => {
  await sql('UPDATE "_prisma_migrations" SET rolled_back_at = now() WHERE migration_name = $1', [altering]);
  expect(await migrationHealth()).toEqual({ ok: false, reason: 'database-older' });
});

test('the health of migrations names one that was never finished', async () => {
  await sql('UPDATE "_prisma_migrations" SET finished_at = null WHERE migration_name = $1', [altering]);
  expect(await migrationHealth()).toEqual({ ok: false, reason: 'migration-unfinished' });
});
