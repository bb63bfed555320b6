import { beforeAll, expect, test } from 'vitest';
import { findImport } from '@/lib/plans/import/data';
import { giveUpPlanImport, storePlanImport } from '@/lib/plans/import/job';
import { makeAccount } from '../support/accounts';
import { given, importsOf, makeOffice } from '../support/plan-imports';
import { one, sql } from '../support/sql';

const tasks = 1_200;
let imports: ReturnType<typeof importsOf>;
let officeId: string;

/** A table of many tasks for forty agencies. */
const largeFile = () => {
  const rows = Array.from(
    { length: tasks },
    (_, index) => `${index + 1},任务${index + 1},第${(index % 40) + 1}局,2026年底前`,
  );
  return Buffer.from(['序号,任务,牵头单位,完成时限', ...rows].join('\n'));
};

async function begun(planCode: string): Promise<string> {
  const id = await imports.begin('large.csv', largeFile());
  await imports.finish(id);
  expect(given(await imports.store(id, planCode))).toEqual({ planCode: null });
  return id;
}

const storedOf = (planCode: string) =>
  one(`SELECT count(*)::int AS tasks FROM "Task" t JOIN "Plan" l ON l.id = t."planId" WHERE l.code = $1`, [planCode]);

beforeAll(async () => {
  officeId = await makeOffice('large');
  imports = importsOf(await makeAccount('coordinator'), officeId);
});

test('many tasks are stored by a job, once, however often it runs', async () => {
  const id = await begun('large');
  expect(await findImport(id)).toMatchObject({ status: 'storing', done: 0, total: tasks, plan: null });
  expect(
    await sql(`SELECT FROM pgboss.job WHERE name = 'store-plan-import' AND data->>'importId' = $1`, [id]),
  ).toHaveLength(1);
  // A run that waits too long for the other one fails, and the queue tries it again.
  const runs = await Promise.allSettled([storePlanImport(id), storePlanImport(id)]);
  expect(runs.map(({ status }) => status)).toContain('fulfilled');
  await storePlanImport(id);
  expect(await storedOf('large')).toEqual({ tasks });
  expect(await findImport(id)).toMatchObject({ status: 'stored', done: tasks, total: tasks, plan: { code: 'large' } });
});

test('while it is being stored, others see how many tasks are', async () => {
  const id = await begun('progress');
  const seen = new Set<number>();
  let isDone = false;
  const work = storePlanImport(id).finally(() => {
    isDone = true;
  });
  while (!isDone) seen.add((await findImport(id))?.done ?? 0);
  await work;
  expect([...seen].filter((done) => done > 0 && done < tasks).length).toBeGreaterThan(0);
});

test('an import that no worker could store is open again, and nothing of it is stored', async () => {
  const id = await begun('given-up');
  await giveUpPlanImport(id);
  await storePlanImport(id);
  expect(await findImport(id)).toMatchObject({ status: 'open', failed: true });
  expect(await storedOf('given-up')).toEqual({ tasks: 0 });
});

test.each([
  ['was closed', `UPDATE "Account" SET "closedAt" = now() WHERE id = $1`],
  ['is no coordinator any more', `UPDATE "Account" SET roles = '{reviewer}' WHERE id = $1`],
  ['lost the office', `UPDATE "Account" SET "allOffices" = false WHERE id = $1`],
])('the job of an account that %s since stores nothing, and the import is open again', async (_, change) => {
  const leaving = await makeAccount('coordinator');
  const own = importsOf(leaving, officeId);
  const id = await own.begin('large.csv', largeFile());
  await own.finish(id);
  given(await own.store(id, 'left'));
  await sql(change, [leaving.accountId]);
  await storePlanImport(id);
  expect(await storedOf('left')).toEqual({ tasks: 0 });
  expect(await findImport(id)).toMatchObject({ status: 'open', failed: true, plan: null });
});
