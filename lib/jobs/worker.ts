import 'server-only';
import { log } from '@/lib/server/log';
import { jobNames, openQueue } from '@/lib/server/queue';
import { jobs } from './registry';

/** Seconds after which a worker looks for jobs that nobody told it of. */
const rhythm = 2;

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
  return (grace) => boss.stop({ graceful: true, timeout: grace });
}
