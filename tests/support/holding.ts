import pg from 'pg';

/** Runs a statement in a transaction of its own that stays open until it is released. */
export async function holding(url: string | undefined, statement: string): Promise<{ release(): Promise<void> }> {
  const client = new pg.Client(url);
  await client.connect();
  await client.query('BEGIN');
  await client.query(statement);
  return {
    release: async () => {
      await client.query('ROLLBACK');
      await client.end();
    },
  };
}
