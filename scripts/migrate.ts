import { createHash, randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { messages } from './console-messages.mjs';
import { withClient } from './database-client';
import { LongWait } from './long-wait';
import { historyTable, readMigration } from './migration-files';
import { readMigrationState, refuseForeignHistory } from './migration-history';
import { listBlockers, type Session, withMigrationLock } from './migration-lock';
import { OperatorError } from './operator-error';

const record = `insert into "_prisma_migrations" (id, checksum, migration_name, finished_at, applied_steps_count)
  values ($1, $2, $3, clock_timestamp(), 1)`;

const lockNotAvailable = '55P03';

/**
 * Readers of a table wait behind a migration that waits for it, so that one gives up soon and lets them pass. A
 * process that is frozen in the middle keeps nobody waiting for longer than a minute.
 */
const bounds = `set local lock_timeout = '3s'; set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = '60s'`;
const pauses = { untilAsking: 2_000, untilNextTry: 1_000 };

/**
 * Applies the migrations that a database lacks and gives their names. Each is one transaction together with its record,
 * so that a process killed at any moment leaves all of it or nothing. Throws OperatorError for a history that is not
 * this program's, or for a migration that fails.
 */
export async function migrate(connectionString: string): Promise<string[]> {
  const before = await withClient(connectionString, readMigrationState);
  refuseForeignHistory(before);
  if (before.missing.length === 0) return [];
  return withMigrationLock(connectionString, async (client) => {
    await client.query(historyTable);
    const state = await readMigrationState(client);
    refuseForeignHistory(state);
    for (const name of state.missing) await apply(client, connectionString, name);
    return state.missing;
  });
}

async function apply(client: Client, url: string, name: string): Promise<void> {
  const script = await readMigration(name);
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const blockers = new BlockerWatch(url, rows[0]?.pid ?? 0);
  const waiting = new LongWait((seconds) => messages.migrationWaits(name, blockers.seen, seconds), 0);
  while (!(await blockers.during(() => tryToApply(client, name, script)))) await waiting.wait(pauses.untilNextTry);
}

/** Gives false when a lock could not be had in time; nothing is left of the attempt then. */
async function tryToApply(client: Client, name: string, script: string): Promise<boolean> {
  try {
    await client.query('begin');
    await client.query(bounds);
    await client.query(script);
    await client.query(record, [randomUUID(), createHash('sha256').update(script).digest('hex'), name]);
    await client.query('commit');
    return true;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    if ((error as { code?: string }).code === lockNotAvailable) return false;
    throw new OperatorError(messages.migrationFailed(name, (error as Error).message));
  }
}

/** Asks, while an attempt waits, for whom it waits: afterwards nobody knows any more. */
class BlockerWatch {
  seen: Session[] = [];

  constructor(
    private readonly url: string,
    private readonly processId: number,
  ) {}

  async during<Value>(attempt: () => Promise<Value>): Promise<Value> {
    const timer = setTimeout(() => void this.ask(), pauses.untilAsking);
    try {
      return await attempt();
    } finally {
      clearTimeout(timer);
    }
  }

  private async ask(): Promise<void> {
    this.seen = await listBlockers(this.url, this.processId).catch(() => this.seen);
  }
}
