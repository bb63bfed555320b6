import { afterAll, describe, expect, test } from 'vitest';
import { getDocument } from '@/lib/documents/data';
import { askForDocument } from '@/lib/documents/mutations';
import { type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { startWorker } from '@/lib/jobs/worker';
import { storage } from '@/lib/server/files/storage-choice';
import { makeAccount } from '../support/accounts';
import { gathered, ofYear, written } from '../support/documents';
import { makeLargePlan, largePlanAt as now } from '../support/large-plan';
import { killWorker, startWorkerProcess } from '../support/worker-process';
import { granted } from '../support/writing';

describe('kill -9 of the worker that writes a document', () => {
  const workers: Awaited<ReturnType<typeof startWorkerProcess>>[] = [];
  let stopWorker: ((grace: number) => Promise<void>) | undefined;
  afterAll(async () => {
    await stopWorker?.(1_000);
    for (const worker of workers) await killWorker(worker);
  });

  test('after kill -9 of the worker another one writes the document from its beginning, with the same bytes', async () => {
    const plan = await makeLargePlan({ agencies: 300, tasksEach: 5 });
    const reviewer = await makeAccount('reviewer');
    const scope = scopeOf(reviewer) as ReportScope;
    const asked = { kind: 'ledger' as const, plan, period: ofYear };
    const { id } = granted(await askForDocument(asked, { actor: reviewer, now, address: '' }));
    workers.push(await startWorkerProcess());
    await expect
      .poll(async () => (await getDocument(scope, id))?.done, { interval: 5, timeout: 20_000 })
      .toBeGreaterThan(0);
    await killWorker(workers[0] as (typeof workers)[0]);
    const interrupted = await getDocument(scope, id);
    expect(interrupted?.finished).toBeNull();
    expect(interrupted?.total).toBe(6_000);
    stopWorker = await startWorker();
    await expect
      .poll(async () => (await getDocument(scope, id))?.finished !== null, { interval: 200, timeout: 90_000 })
      .toBe(true);
    const kept = await getDocument(scope, id);
    expect(kept?.done).toBe(6_000);
    const again = await written('ledger', plan, ofYear, kept?.countedAt ?? now);
    const bytes = await (await storage()).open(kept?.finished?.digest ?? '');
    if (!bytes) throw new Error('no bytes are kept');
    expect((await gathered(bytes)).equals(again.bytes)).toBe(true);
  }, 150_000);
});
