import { expect, test } from 'vitest';
import { listDocuments } from '@/lib/documents/data';
import { exportDocument } from '@/lib/documents/job';
import { askForDocument } from '@/lib/documents/mutations';
import { type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { makeAccount } from '../support/accounts';
import { ofPeriod, ofYear } from '../support/documents';
import { makeLargePlan, largePlanAt as now } from '../support/large-plan';
import { sql } from '../support/sql';
import { granted } from '../support/writing';

test('the list of documents is paged with the latest first, and counts all that are being written', async () => {
  const plan = await makeLargePlan({ agencies: 2, tasksEach: 1 });
  const actor = await makeAccount('reviewer');
  const scope = scopeOf(actor) as ReportScope;
  const ids: string[] = [];
  for (const [kind, period] of [
    ['circular', ofYear],
    ['ledger', ofYear],
    ['circular', ofPeriod('2020Q1')],
  ] as const)
    ids.unshift(granted(await askForDocument({ kind, plan, period }, { actor, now, address: '' })).id);
  const pages = await Promise.all([1, 2, 3].map((number) => listDocuments(scope, { number, size: 1 })));
  expect(pages.map(({ documents }) => documents.map(({ id }) => id))).toEqual(ids.map((id) => [id]));
  const total = (await sql('SELECT FROM "DocumentExport"')).length;
  const underWay = (await sql('SELECT FROM "DocumentExport" WHERE "finishedAt" IS NULL AND NOT failed')).length;
  for (const listed of pages) expect(listed).toMatchObject({ total, underWay });
  await exportDocument(ids[2] ?? '');
  expect((await listDocuments(scope, { number: 1, size: 1 })).underWay).toBe(underWay - 1);
});

test('a document that is being written is not ordered a second time, even by two at once', async () => {
  const plan = await makeLargePlan({ agencies: 1, tasksEach: 1 });
  const actor = await makeAccount('reviewer');
  const order = async (kind: 'circular' | 'ledger' = 'circular') =>
    granted(await askForDocument({ kind, plan, period: ofYear }, { actor, now, address: '' })).id;
  const [one, other] = await Promise.all([order(), order()]);
  expect(other).toBe(one);
  expect(await order('ledger')).not.toBe(one);
  await exportDocument(one ?? '');
  expect(await order()).not.toBe(one);
});
