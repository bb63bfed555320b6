import type { Client } from 'pg';
import { fateOf, readCatalogue } from './catalogue';
import { messages } from './console-messages.mjs';
import { withClient } from './database-client';
import { migrationNames, readMigration } from './migration-files';
import { readMigrationState, refuseForeignHistory } from './migration-history';
import { withMigrationLock } from './migration-lock';
import { OperatorError } from './operator-error';
import { startThrowAwayPostgres } from './throw-away-postgres';

/** Records are settled as Prisma's own `migrate resolve` does it: none is deleted. */
const settle = {
  done: `update "_prisma_migrations" set finished_at = now(), applied_steps_count = 1, logs = null
    where migration_name = $1 and finished_at is null and rolled_back_at is null`,
  undone: `update "_prisma_migrations" set rolled_back_at = now()
    where migration_name = $1 and finished_at is null and rolled_back_at is null`,
};

/**
 * Settles the migrations that an earlier program, killed or disconnected, began and whose end it did not record: each
 * was one transaction, so that the catalogue shows whether it went through. Gives one sentence for each. Throws
 * OperatorError for a history of a newer program, and where the catalogue shows neither.
 */
export function repair(connectionString: string): Promise<string[]> {
  // The lock is free only when the database has ended what the killed process had begun.
  return withMigrationLock(connectionString, async (client) => {
    const { unfinished, unknown } = await readMigrationState(client);
    refuseForeignHistory({ unknown, unfinished: [], missing: [] });
    const sentences: string[] = [];
    for (const name of unfinished) {
      const fate = fateOf(await readCatalogue(client), ...(await cataloguesAround(name)));
      if (fate === 'unclear') throw new OperatorError(messages.repairUnclear(name));
      await client.query(settle[fate], [name]);
      sentences.push(fate === 'done' ? messages.repairedDone(name) : messages.repairedUndone(name));
    }
    return sentences;
  });
}

/** Gives what a database holds before and after a migration, from a throw-away one that goes through the history. */
async function cataloguesAround(name: string): Promise<[before: Set<string>, after: Set<string>]> {
  const postgres = await startThrowAwayPostgres();
  try {
    return await withClient(postgres.url('postgres'), async (client: Client) => {
      const names = await migrationNames();
      for (const earlier of names.slice(0, names.indexOf(name))) await client.query(await readMigration(earlier));
      const before = await readCatalogue(client);
      await client.query(await readMigration(name));
      return [before, await readCatalogue(client)];
    });
  } finally {
    await postgres.stop();
  }
}
