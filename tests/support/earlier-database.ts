import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { inject } from 'vitest';
import { historyTable } from '@/scripts/migrate';
import { readMigration } from '@/scripts/migration-files';

type Line = { table: string; row: Record<string, unknown> } | { exported: string; text: string };

export type EarlierDatabase = {
  /** The rows of each table as they were loaded. */
  rows: Map<string, Record<string, unknown>[]>;
  /** Filed versions as that version of the program exported them, by the names of the files. */
  exported: Map<string, string>;
};

const folder = path.resolve(import.meta.dirname, 'databases');

async function readEarlier(name: string): Promise<EarlierDatabase> {
  const text = await readFile(path.join(folder, `${name}.jsonl`), 'utf8');
  const earlier: EarlierDatabase = { rows: new Map(), exported: new Map() };
  for (const line of text.trimEnd().split('\n')) {
    const read = JSON.parse(line) as Line;
    if ('exported' in read) earlier.exported.set(read.exported, read.text);
    else earlier.rows.set(read.table, [...(earlier.rows.get(read.table) ?? []), read.row]);
  }
  return earlier;
}

/** Replaces the database of a test file by an empty one. */
async function emptyOwnDatabase(): Promise<void> {
  const name = new URL(process.env.DATABASE_URL ?? '').pathname.slice(1);
  const server = new pg.Client(inject('databaseServer'));
  await server.connect();
  await server.query(`DROP DATABASE ${name} WITH (FORCE)`);
  await server.query(`CREATE DATABASE ${name}`);
  await server.end();
}

/** Sets every sequence to the highest number of the loaded rows. */
async function setSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns
     WHERE table_schema = 'public' AND column_default LIKE 'nextval(%'`,
  );
  for (const { table, column } of rows) {
    await client.query(
      `SELECT setval(pg_get_serial_sequence('"${table}"', '${column}'), (SELECT max("${column}") FROM "${table}"))`,
    );
  }
}

/**
 * Turns the database of a test file into one of an earlier version: with the migrations of that time and its rows,
 * loaded without triggers. Must be called before anything else uses the database.
 */
export async function loadEarlierDatabase(name: string): Promise<EarlierDatabase> {
  const earlier = await readEarlier(name);
  await emptyOwnDatabase();
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  try {
    await client.query(historyTable);
    const history = earlier.rows.get('_prisma_migrations') ?? [];
    for (const migration of history.map((row) => String(row.migration_name)).toSorted())
      await client.query(await readMigration(migration));
    await client.query('SET session_replication_role = replica');
    for (const [table, rows] of earlier.rows) {
      const columns = Object.keys(rows[0] ?? {}).map((column) => `"${column}"`);
      await client.query(
        `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM jsonb_populate_recordset(NULL::"${table}", $1)`,
        [JSON.stringify(rows)],
      );
    }
    await setSequences(client);
  } finally {
    await client.end();
  }
  return earlier;
}
