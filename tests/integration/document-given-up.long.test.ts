import { expect, test } from 'vitest';
import { getDocument } from '@/lib/documents/data';
import { askForDocument } from '@/lib/documents/mutations';
import { type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { startWorker } from '@/lib/jobs/worker';
import { makeAccount } from '../support/accounts';
import { ofYear } from '../support/documents';
import { makeLargePlan, largePlanAt as now } from '../support/large-plan';
import { sql } from '../support/sql';
import { granted } from '../support/writing';

test('a document is marked as failed when its job has had no heartbeat and no retry is left', async () => {
  const plan = await makeLargePlan({ agencies: 2, tasksEach: 1 });
  const reviewer = await makeAccount('reviewer');
  const scope = scopeOf(reviewer) as ReportScope;
  const context = { actor: reviewer, now, address: '' };
  const { id } = granted(await askForDocument({ kind: 'circular', plan, period: ofYear }, context));
  await sql(
    `UPDATE pgboss.job SET state = 'active', retry_count = retry_limit, started_on = now() - interval '2 hours',
       heartbeat_on = now() - interval '2 hours' WHERE data->>'documentId' = $1`,
    [id],
  );
  const stop = await startWorker();
  await expect.poll(async () => (await getDocument(scope, id))?.failed, { interval: 200, timeout: 90_000 }).toBe(true);
  expect((await getDocument(scope, id))?.finished).toBeNull();
  await stop(1_000);
}, 150_000);
