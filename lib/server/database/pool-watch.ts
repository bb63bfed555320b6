import 'server-only';
import type { Pool } from 'pg';
import { log } from '@/lib/server/process/log';
import { BoundedClient, connectionSettings } from './connection';
import { readClock } from './pool';

/** Milliseconds between two checks of the pool; the checks in a row that find it dead, after which it is given up. */
const watching = { interval: 5_000, most: 4 };

/** Says whether a new connection to the database works. */
async function answersOutside(connectionString: string | undefined): Promise<boolean> {
  const client = new BoundedClient(connectionSettings(connectionString, 'watching', 'request'));
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    client.end().catch(() => undefined);
  }
}

/**
 * Reads the database's clock through a pool every five seconds, which also finds connections that lead nowhere before
 * somebody needs them. A pool that gives no connection, and gets none back, while new connections work, will not recover:
 * then `giveUp` is called. Gives the function that ends the watch.
 */
export function watchPool(pool: Pool, giveUp: () => void): () => void {
  let [given, found, isChecking] = [0, 0, false];
  pool.on('release', () => {
    given += 1;
  });
  const check = async () => {
    const before = given;
    const isAlive = await readClock(pool).then(
      () => true,
      () => given > before,
    );
    found = isAlive || !(await answersOutside(pool.options.connectionString)) ? 0 : found + 1;
    if (found >= watching.most) giveUp();
  };
  const timer = setInterval(() => {
    if (isChecking) return;
    isChecking = true;
    void check().finally(() => {
      isChecking = false;
    });
  }, watching.interval);
  timer.unref();
  return () => clearInterval(timer);
}

/** Ends this process, so that the launcher replaces it. */
export function endProcess(): void {
  log.fatal('the pool gives no connections while the database accepts new ones; this process ends to be replaced');
  process.exit(1);
}
