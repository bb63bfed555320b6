import pg from 'pg';

export type Row = Record<string, unknown>;

/** Runs one raw statement on a connection of its own and gives its rows, without the code of lib. */
export type Sql = <Found = Row>(text: string, values?: readonly unknown[]) => Promise<Found[]>;

export function connect(connectionString: string | undefined): Sql & { end: () => Promise<void> } {
  const pool = new pg.Pool({ connectionString, max: 4, allowExitOnIdle: true });
  // An idle connection may be cut when the database stops; the next statement then fails with the reason.
  pool.on('error', () => undefined);
  const run: Sql = async (text, values) => (await pool.query(text, values && [...values])).rows;
  return Object.assign(run, { end: () => pool.end() });
}

/** The database of this test file. */
export const sql = connect(process.env.DATABASE_URL);

/** The one row of a statement. */
export async function one<Found = Row>(text: string, values?: readonly unknown[]): Promise<Found> {
  const [row, ...others] = await sql<Found>(text, values);
  if (!row || others.length > 0) throw new Error(`not one row: ${text}`);
  return row;
}

/** The SQLSTATE with which the database refuses, or null where it does not. */
export async function sqlState(statement: Promise<unknown>): Promise<string | null> {
  return statement.then(
    () => null,
    (error: { code?: string }) => error.code ?? String(error),
  );
}

/** Runs statements in a transaction that leaves nothing behind. */
export async function undone<Value>(work: (inside: Sql) => Promise<Value>): Promise<Value> {
  const client = new pg.Client(process.env.DATABASE_URL);
  await client.connect();
  try {
    await client.query('BEGIN');
    return await work(async (text, values) => (await client.query(text, values && [...values])).rows);
  } finally {
    await client.end();
  }
}
