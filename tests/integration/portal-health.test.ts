import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorker } from '@/lib/jobs/worker';
import { pool } from '@/lib/server/database/db';
import { openQueue } from '@/lib/server/database/queue';
import { writeHeartbeat } from '@/lib/server/health/heartbeat';
import { portalHealth } from '@/lib/server/health/portal-health';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { one, sql } from '../support/sql';

/** Waits until the health is as expected: an outcome holds for a second. */
const expectHealth = (wanted: object) => expect.poll(() => portalHealth(), { timeout: 20_000 }).toMatchObject(wanted);

beforeAll(() => setDemonstrationClock(now));

describe('the health of the portal', () => {
  let stopWorker: ((grace: number) => Promise<void>) | undefined;
  afterAll(() => stopWorker?.(1_000));

  test('without a worker the portal serves and is degraded', async () => {
    await expectHealth({
      status: 'degraded',
      checks: {
        database: { ok: true },
        pool: { ok: true, waiting: 0 },
        jobs: { ok: false, reason: 'no-worker' },
        clock: { ok: true },
      },
    });
  });

  test('with a worker the portal is well, and without it again after two minutes of silence', async () => {
    stopWorker = await startWorker();
    await expectHealth({ status: 'ok', checks: { jobs: { ok: true } } });
    await stopWorker(1_000);
    stopWorker = undefined;
    await sql(`UPDATE "Heartbeat" SET at = at - interval '3 minutes' WHERE name = 'jobs'`);
    await expectHealth({ checks: { jobs: { ok: false, reason: 'no-worker' } } });
  });

  test('a job that waits for more than two minutes while none of its kind is running is said', async () => {
    await writeHeartbeat('jobs');
    const queue = await openQueue('sending');
    await queue.send('export-document', {});
    await expectHealth({ checks: { jobs: { ok: true } } });
    await sql(`UPDATE pgboss.job SET start_after = start_after - interval '5 minutes' WHERE name = 'export-document'`);
    await expectHealth({ checks: { jobs: { ok: false, reason: 'jobs-wait', queues: ['export-document'] } } });
    await sql(`UPDATE pgboss.job SET state = 'active' WHERE name = 'export-document'`);
    await expectHealth({ checks: { jobs: { ok: true } } });
    await queue.stop({ graceful: false });
  });

  test('a database that cannot be written is unavailable, although it answers', async () => {
    const { name } = await one<{ name: string }>('SELECT current_database() AS name');
    await sql(`CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '53100'; END $$`);
    await sql('CREATE TRIGGER disk_full BEFORE UPDATE ON "Heartbeat" FOR EACH ROW EXECUTE FUNCTION disk_full()');
    await expectHealth({
      status: 'unavailable',
      checks: { database: { ok: false, reason: 'full' } },
    });
    await sql('DROP TRIGGER disk_full ON "Heartbeat"');
    await expectHealth({ checks: { database: { ok: true } } });
    expect(JSON.stringify(await portalHealth())).not.toContain(name);
  });

  test('a thousand who ask at once get one examination, and only two rows are kept', async () => {
    const answers = await Promise.all(Array.from({ length: 1_000 }, () => portalHealth()));
    expect(new Set(answers).size).toBe(1);
    expect(pool.totalCount).toBeLessThanOrEqual(4);
    expect(await sql('SELECT name FROM "Heartbeat" ORDER BY name')).toEqual([{ name: 'jobs' }, { name: 'web' }]);
  });
});
