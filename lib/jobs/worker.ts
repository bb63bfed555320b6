import 'server-only';
import { jobNames, openQueue } from '@/lib/server/database/queue';
import { LiveListener } from '@/lib/server/live/live-listener';
import { readMessage } from '@/lib/server/live/live-messages';
import { log } from '@/lib/server/process/log';
import { jobs } from './registry';

/** Seconds after which a worker looks for jobs that nobody told it of. */
const rhythm = 2;

/** Tells of events as soon as they are recorded; whatever is not heard here is told by the job of every minute. */
function startTelling(): () => void {
  let isTelling = false;
  let isAgain = false;
  const tell = async () => {
    isAgain = isTelling;
    if (isTelling) return;
    isTelling = true;
    await jobs['tell-events'].run({}).catch((error: unknown) => log.error({ err: error }, 'telling failed'));
    isTelling = false;
    if (isAgain) await tell();
  };
  const hear = (payload: string) => {
    if (readMessage(payload)?.type === 'report-changed') void tell();
  };
  const listener = new LiveListener(hear, () => void tell());
  listener.start();
  return () => listener.stop();
}

/**
 * Works off jobs until it is told to stop; as many processes as wanted may. Gives what stops it: jobs under way get
 * `grace` milliseconds to end, and what does not end is left to others.
 */
export async function startWorker(): Promise<(grace: number) => Promise<void>> {
  const boss = await openQueue('working');
  for (const name of jobNames) {
    const { run, every } = jobs[name];
    await boss.work<object>(name, { pollingIntervalSeconds: rhythm }, async ([job]) => {
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
  const stopTelling = startTelling();
  return (grace) => {
    stopTelling();
    return boss.stop({ graceful: true, timeout: grace });
  };
}
