import { afterAll, describe, expect, test } from 'vitest';
import { jobs } from '@/lib/jobs/registry';
import { startWorker } from '@/lib/jobs/worker';
import { db } from '@/lib/server/database/db';
import { jobNames, openQueue, queueJob } from '@/lib/server/database/queue';

const queued = async () => {
  const [row] = await db.$queryRaw<{ count: number }[]>`SELECT count(*)::int AS count FROM pgboss.job`;
  return row?.count;
};

describe('the queue of jobs', () => {
  let stopWorker: ((grace: number) => Promise<void>) | undefined;
  afterAll(() => stopWorker?.(1_000));

  test('a job that is queued in a transaction is stored with its commit, and not after a rollback', async () => {
    await expect(
      db.$transaction(async (transaction) => {
        await queueJob('scan-evidence', {}, { transaction });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    expect(await queued()).toBe(0);
    await db.$transaction((transaction) => queueJob('scan-evidence', {}, { transaction }));
    expect(await queued()).toBe(1);
  });

  test('opening the queue in two processes at once loses no job', async () => {
    const queues = await Promise.all([openQueue('sending'), openQueue('sending')]);
    for (const queue of queues) await queue.stop({ graceful: false });
    expect(await queued()).toBe(1);
  });

  test('a worker does the jobs queued before it started, and keeps the schedule of the registry', async () => {
    stopWorker = await startWorker();
    await expect
      .poll(async () => (await db.$queryRaw`SELECT state::text FROM pgboss.job`) as unknown, { timeout: 20_000 })
      .toContainEqual({ state: 'completed' });
    const schedules = await db.$queryRaw<{ name: string; cron: string }[]>`SELECT name, cron FROM pgboss.schedule`;
    const wanted = jobNames.flatMap((name) => (jobs[name].every ? [{ name, cron: jobs[name].every }] : []));
    expect(schedules.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual(
      wanted.toSorted((a, b) => a.name.localeCompare(b.name)),
    );
  });
});
