import 'server-only';
import { setTimeout } from 'node:timers/promises';
import { log } from '@/lib/server/process/log';
import { db } from './db';

/** Milliseconds; a database that takes longer counts as unavailable. */
const timeout = 2_000;

/** Says whether the database answers a query within two seconds. */
export async function answersQueries(): Promise<boolean> {
  const answered = db.$queryRaw`SELECT 1`.then(() => true);
  const gaveUp = setTimeout(timeout, false, { ref: false });
  try {
    return await Promise.race([answered, gaveUp]);
  } catch (error) {
    log.warn({ err: error }, 'the database does not answer');
    return false;
  }
}
