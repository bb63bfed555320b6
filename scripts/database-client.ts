import { Client, type ClientConfig } from 'pg';
import { connectionSettings } from '@/lib/server/database/connection';

const connectionTimeout = 5_000;

/** Gives work one connection, which is closed at its end. */
export async function withClient<Value>(
  connectionString: string,
  work: (client: Client) => Promise<Value>,
  config: ClientConfig = {},
): Promise<Value> {
  const client = new Client({
    connectionString,
    connectionTimeoutMillis: connectionTimeout,
    keepAlive: true,
    application_name: 'portal-launcher',
    ...config,
  });
  // A connection that breaks makes its running query fail, which says so.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** Runs one statement on a connection of its own and gives its rows. */
export function query<Row extends Record<string, unknown>>(
  url: string,
  sql: string,
  values: unknown[] = [],
): Promise<Row[]> {
  const bounds = connectionSettings(url, 'launcher', 'background');
  return withClient(url, async (client) => (await client.query<Row>(sql, values)).rows, bounds);
}
