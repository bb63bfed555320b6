import 'server-only';
import { jobNames, openQueue } from '@/lib/server/database/queue';
import { startHeartbeats } from '@/lib/server/health/heartbeat';
import { LiveListener } from '@/lib/server/live/live-listener';
import { readMessage } from '@/lib/server/live/live-messages';
import { log } from '@/lib/server/process/log';
import { jobs } from './registry';

/** Seconds between checks for jobs that were not announced. */
const pollingInterval = 2;

/** Notifies of events as soon as they are recorded; those missed here are left to the job of every minute. */
function startNotifying(): () => void {
  let isNotifying = false;
  let isAgain = false;
  const notify = async () => {
    isAgain = isNotifying;
    if (isNotifying) return;
    isNotifying = true;
    await jobs['tell-events'].run({}).catch((error: unknown) => log.error({ err: error }, 'notifying failed'));
    isNotifying = false;
    if (isAgain) await notify();
  };
  const hear = (payload: string) => {
    if (readMessage(payload)?.type === 'report-changed') void notify();
  };
  const listener = new LiveListener(hear, () => void notify());
  listener.start();
  return () => listener.stop();
}

/**
 * Runs jobs until it is stopped; any number of processes may. Gives a function that stops it: running jobs get `grace`
 * milliseconds to finish, and others take over the unfinished ones.
 */
export async function startWorker(): Promise<(grace: number) => Promise<void>> {
  const boss = await openQueue('working');
  for (const name of jobNames) {
    const { run, every } = jobs[name];
    await boss.work<object>(name, { pollingIntervalSeconds: pollingInterval }, async ([job]) => {
      try {
        await run(job?.data ?? {});
      } catch (error) {
        log.error({ err: error, job: name }, 'a job failed');
        throw error;
      }
    });
    if (every) await boss.schedule(name, every);
    else await boss.unschedule(name);
  }
  const stopNotifying = startNotifying();
  const stopHeartbeats = startHeartbeats();
  return (grace) => {
    stopNotifying();
    stopHeartbeats();
    return boss.stop({ graceful: true, timeout: grace });
  };
}
