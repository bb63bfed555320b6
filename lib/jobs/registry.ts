import 'server-only';
import type { JobName } from '@/lib/server/queue';
import { scanPending } from './evidence-scan';

type Job = {
  /** May run twice, also at the same time, with the same data. */
  run(data: object): Promise<void>;
  /** Minute, hour, day, month, weekday, in UTC and by the real clock. */
  every?: string;
};

/** What each kind of job does, and how often it does so by itself. */
export const jobs: Record<JobName, Job> = {
  'scan-evidence': { run: () => scanPending(), every: '* * * * *' },
};
