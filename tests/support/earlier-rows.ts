import { readFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { historyTable, readMigration } from '../../scripts/migration-files';

export type EarlierRow = Record<string, unknown>;

type Line = { table: string; row: EarlierRow } | { exported: string; text: string };

export type EarlierDatabase = {
  /** The rows of each table as they were loaded. */
  rows: Map<string, EarlierRow[]>;
  /** Filed versions as that version of the program exported them, by the names of the files. */
  exported: Map<string, string>;
};

const folder = path.resolve(import.meta.dirname, 'databases');

export async function readEarlier(name: string): Promise<EarlierDatabase> {
  const text = await readFile(path.join(folder, `${name}.jsonl`), 'utf8');
  const earlier: EarlierDatabase = { rows: new Map(), exported: new Map() };
  for (const line of text.trimEnd().split('\n')) {
    const read = JSON.parse(line) as Line;
    if ('exported' in read) earlier.exported.set(read.exported, read.text);
    else earlier.rows.set(read.table, [...(earlier.rows.get(read.table) ?? []), read.row]);
  }
  return earlier;
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

/** Brings an empty database to the migrations that an earlier one had, and loads its rows without triggers. */
export async function loadRows({ rows: tables }: EarlierDatabase, connectionString: string | undefined): Promise<void> {
  const client = new pg.Client(connectionString);
  await client.connect();
  try {
    await client.query(historyTable);
    const history = tables.get('_prisma_migrations') ?? [];
    for (const migration of history.map((row) => String(row.migration_name)).toSorted())
      await client.query(await readMigration(migration));
    await client.query('SET session_replication_role = replica');
    for (const [table, rows] of tables) {
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
}
