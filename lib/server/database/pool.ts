import 'server-only';
import { Pool, type PoolClient, type QueryResult } from 'pg';
import { log } from '@/lib/server/process/log';
import { clockSkew, machineNow, takeReading } from '@/lib/server/process/machine-clock';
import { BoundedClient, connectionSettings, NoAnswerError } from './connection';

/** Seconds after which a connection is replaced, so that a change of the server or of its address is followed. */
const longestLife = 600;
/** Difference of the clocks in milliseconds from which on it is logged. */
const notableSkew = 2_000;

/** The framework sets the variable in the process that serves pages, and the compiler in the code that runs there. */
export const isServing = process.env.NEXT_RUNTIME === 'nodejs';

/** Reads the database's clock on a connection, or on one of a pool. */
export async function readClock(client: { query(sql: string): Promise<QueryResult> }): Promise<void> {
  const before = clockSkew();
  const asked = machineNow();
  const { rows } = await client.query('SELECT extract(epoch FROM clock_timestamp()) * 1000 AS now');
  takeReading({ asked, database: Number(rows[0].now), answered: machineNow() });
  const skew = Math.round(clockSkew());
  if (skew !== Math.round(before) && Math.abs(skew) > notableSkew)
    log.warn({ skew }, 'the clock of this machine differs from that of the database, by which everything is decided');
}

/** Gives the idle connections of a pool, which has no list of them. */
function idleOf(pool: Pool): Set<PoolClient> {
  const idle = new Set<PoolClient>();
  pool.on('release', (_error, client) => idle.add(client));
  pool.on('acquire', (client) => idle.delete(client));
  pool.on('remove', (client) => idle.delete(client));
  return idle;
}

/**
 * Opens the connections of this process. When one of them gets no answer, those that are idle are cut too: after a
 * failover all of them lead to the server that is gone, and each would cost somebody the same wait.
 */
export function openPool(): Pool {
  const settings = connectionSettings(
    process.env.DATABASE_URL,
    isServing ? 'web' : 'background',
    isServing ? 'request' : 'background',
  );
  const pool: Pool = new Pool({
    ...settings,
    max: Number(process.env.DATABASE_CONNECTIONS || 16),
    maxLifetimeSeconds: longestLife,
    onConnect: readClock,
    onNoAnswer: () => {
      log.warn({ idle: idle.size }, 'the database gave no answer; the idle connections are replaced');
      for (const client of idle) if (client instanceof BoundedClient) client.cut(new NoAnswerError());
    },
  } as ConstructorParameters<typeof Pool>[0]);
  // A connection that breaks while nobody uses it is replaced when the next one is needed.
  pool.on('error', (error) => log.warn({ reason: error.message }, 'an idle connection to the database broke'));
  const idle = idleOf(pool);
  return pool;
}
