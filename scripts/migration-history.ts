import type { Client } from 'pg';
import {
  type MigrationState,
  migrationHistory,
  migrationState,
  type RecordedMigration,
} from '@/lib/server/database/migration-state';
import { messages } from './console-messages.mjs';
import { withClient } from './database-client';
import { migrationNames } from './migration-files';
import { OperatorError } from './operator-error';

/** Compares the migrations of this program with the history of a database, which may be empty. */
export async function readMigrationState(client: Client): Promise<MigrationState> {
  const { rows } = await client.query(`select from pg_class where oid = to_regclass('"_prisma_migrations"')`);
  const recorded = rows.length > 0 ? (await client.query<RecordedMigration>(migrationHistory)).rows : [];
  return migrationState(await migrationNames(), recorded);
}

/** Throws OperatorError when the database belongs to a newer program, or a migration of an earlier one is unfinished. */
export function refuseForeignHistory({ unknown, unfinished }: MigrationState): void {
  if (unknown.length > 0) throw new OperatorError(messages.databaseNewer(unknown));
  if (unfinished.length > 0) throw new OperatorError(messages.migrationUnfinished(unfinished));
}

/** Throws OperatorError unless the database has exactly the migrations of this program. */
export async function requireMigrated(connectionString: string): Promise<void> {
  const state = await withClient(connectionString, readMigrationState);
  refuseForeignHistory(state);
  if (state.missing.length > 0) throw new OperatorError(messages.databaseOlder(state.missing));
}
