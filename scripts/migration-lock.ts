import type { Client } from 'pg';
import { messages } from './console-messages.mjs';
import { query, withClient } from './database-client';
import { LongWait } from './long-wait';

/** The number of the advisory lock that Prisma's own command line takes too, so that the two never interfere. */
const lock = 72_707_369;

/** A session of the database, and the seconds that its transaction has taken, where this user may see them. */
export type Session = { program: string; seconds: number | null };

const sessions = `select coalesce(nullif(application_name, ''), backend_type) as program,
  extract(epoch from now() - coalesce(xact_start, backend_start))::int as seconds from pg_stat_activity`;

/** Gives the sessions for which a session of the database waits. */
export function listBlockers(url: string, processId: number): Promise<Session[]> {
  return query<Session>(url, `${sessions} where pid = any (pg_blocking_pids($1))`, [processId]);
}

function listHolders(url: string): Promise<Session[]> {
  const held = `select pid from pg_locks where locktype = 'advisory' and objid = ${lock} and granted`;
  return query<Session>(url, `${sessions} where pid in (${held}) and datname = current_database()`);
}

/**
 * Gives work the connection on which migrations are applied, while no other process migrates the same database. That may
 * be a process killed before: the database runs its statement to the end.
 */
export function withMigrationLock<Value>(url: string, work: (client: Client) => Promise<Value>): Promise<Value> {
  return withClient(
    url,
    async (client) => {
      let holders: Session[] = [];
      const waiting = new LongWait((seconds) => messages.migrationElsewhere(holders, seconds), 1_000);
      const tryLock = `select pg_try_advisory_lock(${lock}) as taken`;
      while (!(await client.query<{ taken: boolean }>(tryLock)).rows[0]?.taken) {
        holders = await listHolders(url);
        await waiting.wait(250);
      }
      return await work(client);
    },
    { application_name: 'portal-migrations' },
  );
}
