import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { messages } from '@/scripts/console-messages.mjs';
import { migrate } from '@/scripts/migrate';
import { migrationNames, readMigration } from '@/scripts/migration-files';
import { repair } from '@/scripts/repair';
import { emptyDatabase, leaveRecord, migrateUntil } from '../support/migrating';
import { connect } from '../support/sql';

const interrupted = '20261128160200_two_person_publication';

let url: string;
let sql: ReturnType<typeof connect>;

beforeEach(async () => {
  url = await emptyDatabase();
  sql = connect(url);
  await migrateUntil(interrupted, sql);
});

afterEach(() => sql.end());

/** The migrations that count as applied. */
const applied = async () =>
  (
    await sql<{ name: string }>(
      `SELECT migration_name AS name FROM "_prisma_migrations"
       WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name`,
    )
  ).map(({ name }) => name);

describe('npm run db:repair', () => {
  test('a start refuses a migration that an earlier program left unfinished, and names the repair', async () => {
    await leaveRecord(interrupted, sql);
    await expect(migrate(url)).rejects.toThrow(messages.migrationUnfinished([interrupted]));
  });

  test('a migration whose transaction was rolled back is taken off the history and applied by the next start', async () => {
    await leaveRecord(interrupted, sql);
    expect(await repair(url)).toEqual([messages.repairedUndone(interrupted)]);
    expect((await migrate(url))[0]).toBe(interrupted);
    expect(await applied()).toEqual(await migrationNames());
  });

  test('a migration that went through is recorded as applied and never applied again', async () => {
    await leaveRecord(interrupted, sql);
    await sql(await readMigration(interrupted));
    expect(await repair(url)).toEqual([messages.repairedDone(interrupted)]);
    expect(await migrate(url)).not.toContain(interrupted);
    expect(await applied()).toEqual(await migrationNames());
  });

  test('a database that fits neither what was before nor what comes after is left as it is', async () => {
    await leaveRecord(interrupted, sql);
    await sql('CREATE TABLE "PublicationProposal" (id int)');
    await expect(repair(url)).rejects.toThrow(messages.repairUnclear(interrupted));
    expect(await applied()).not.toContain(interrupted);
  });

  test('a database without an unfinished migration needs no repair', async () => {
    await migrate(url);
    expect(await repair(url)).toEqual([]);
  });
});
