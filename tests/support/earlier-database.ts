import pg from 'pg';
import { inject } from 'vitest';
import { type EarlierDatabase, type EarlierRow, loadRows, readEarlier } from './earlier-rows';

/** Replaces the database of a test file by an empty one. */
async function emptyOwnDatabase(): Promise<void> {
  const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
  const server = new pg.Client(inject('databaseServer'));
  await server.connect();
  await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${name}`);
  await server.end();
}

/**
 * Turns the database of a test file into one of an earlier version: with the migrations of that time and its rows, and with
 * versions that were filed in it later. Must be called before anything else uses the database.
 */
export async function loadEarlierDatabase(name: string, filed: readonly EarlierRow[] = []): Promise<EarlierDatabase> {
  const earlier = await readEarlier(name);
  earlier.rows.get('FiledVersion')?.push(...filed);
  await emptyOwnDatabase();
  await loadRows(earlier, process.env.DATABASE_URL);
  return earlier;
}
