import 'server-only';
import { realNow } from '@/lib/server/clock';
import { db } from '@/lib/server/database/db';
import { log } from '@/lib/server/process/log';

/** A kind of process that writes its heartbeat. */
type Kind = 'web' | 'jobs';

/** Writes that a process of this kind is at work, in a transaction of its own. */
export async function writeHeartbeat(name: Kind): Promise<void> {
  const at = realNow();
  await db.heartbeat.upsert({ where: { name }, create: { name, at }, update: { at }, select: { name: true } });
}

/** Milliseconds between the heartbeats of a worker. */
const interval = 30_000;

/** Writes the heartbeat of the worker at once and every half minute, until the function that it gives is called. */
export function startHeartbeats(): () => void {
  const write = () =>
    void writeHeartbeat('jobs').catch((error: unknown) => log.warn({ err: error }, 'no heartbeat was written'));
  write();
  const timer = setInterval(write, interval);
  return () => clearInterval(timer);
}
