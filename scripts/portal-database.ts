import { messages } from './console-messages.mjs';
import { query, withClient } from './database-client';
import type { EmbeddedPostgres } from './embedded-postgres';
import { migrate } from './migrate';
import { readMigrationState, refuseForeignHistory } from './migration-history';
import { requireMigrationRights } from './own-database';
import { withProgress } from './progress.mjs';
import { runScript, type Variables } from './run-script';

/** The embedded database, and the temporary one in which it is prepared. */
export const portalDatabase = 'portal';
const draftDatabase = 'portal_in_preparation';

/** Applies the migrations that a database lacks and gives their names. Throws OperatorError when that may not be. */
export async function migrateDatabase(url: string): Promise<string[]> {
  const state = await withClient(url, readMigrationState);
  refuseForeignHistory(state);
  if (state.missing.length === 0) return [];
  await requireMigrationRights(url);
  return await withProgress(messages.migrating, () => migrate(url));
}

/**
 * Migrates the embedded database and gives its address. A new one is first migrated and filled with the demonstration
 * under another name, so that an interrupted preparation starts over and is never continued halfway.
 */
export async function prepareEmbeddedDatabase(postgres: EmbeddedPostgres, variables: Variables): Promise<string> {
  const [server, url] = [await postgres.url('postgres'), await postgres.url(portalDatabase)];
  const existing = await query(server, 'select 1 from pg_database where datname = $1', [portalDatabase]);
  if (existing.length > 0) {
    await migrateDatabase(url);
    return url;
  }
  await query(server, `drop database if exists ${draftDatabase} with (force)`);
  await query(server, `create database ${draftDatabase}`);
  const draft = await postgres.url(draftDatabase);
  await migrateDatabase(draft);
  const settings = { ...variables, DATABASE_URL: draft };
  await withProgress(messages.settingUpDemonstration, () => runScript('set-up.ts', ['demonstration'], settings));
  await query(server, `alter database ${draftDatabase} rename to ${portalDatabase}`);
  return url;
}

/** Migrates the operator's own database, which has been checked before, and stores the calendar. */
export async function prepareOwnDatabase(url: string, variables: Variables): Promise<void> {
  await migrateDatabase(url);
  await setUpOwnDatabase(variables);
}

/** Stores the calendar in the operator's own migrated database; what is there stays. */
export async function setUpOwnDatabase(variables: Variables): Promise<void> {
  const said = await withProgress(messages.settingUpPortal, () => runScript('set-up.ts', ['portal'], variables));
  process.stdout.write(said);
}

/** Prepares the operator's own database where that has not been done yet. */
export async function prepareNewDatabase(url: string): Promise<void> {
  await migrateDatabase(url);
  if (!(await isSetUp(url))) await setUpOwnDatabase({ DATABASE_URL: url });
}

/** Says whether the set-up, whose last step is the calendar, has gone through in a migrated database. */
export async function isSetUp(url: string): Promise<boolean> {
  const found = await query(url, 'select from "Portal", "CalendarYear" limit 1');
  return found.length > 0;
}
