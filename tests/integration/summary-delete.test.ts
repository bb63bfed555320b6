import { beforeAll, beforeEach, expect, test } from 'vitest';
import { exportDocument } from '@/lib/documents/job';
import { askForSummary } from '@/lib/documents/mutations';
import type { Actor } from '@/lib/domain/authorization';
import { getSummary, listSummaries } from '@/lib/summaries/data';
import { resetOrder } from '@/lib/summaries/entries/mutations';
import { deleteSummary, saveSummaryFrame } from '@/lib/summaries/mutations';
import { editPassage } from '@/lib/summaries/passages/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { one, sql } from '../support/sql';
import { type SummarizedPeriod, storeSummarizedPeriod } from '../support/summaries';
import {
  asked,
  draftOf,
  entriesOf,
  frame,
  headOf,
  reportsStored,
  scopeOfActor,
  summaryEvents,
} from '../support/summary-drafts';
import { codeOf, granted } from '../support/writing';

let period: SummarizedPeriod;
let reviewer: Actor;
let other: Actor;
let summaryId: string;

beforeAll(async () => {
  await setDemonstrationClock(now);
  [reviewer, other] = [await makeAccount('reviewer'), await makeAccount('coordinator')];
});

beforeEach(async () => {
  period = await storeSummarizedPeriod();
  summaryId = await draftOf(period.planCode, reviewer);
});

const asRead = async () => ({ summaryId, changedAt: (await headOf(summaryId, reviewer)).changedAt });

const edit = async (actor: Actor) => {
  const [entry] = await entriesOf(summaryId, reviewer);
  const key = { entryId: entry?.id ?? '', section: 'progress' as const, version: 0 };
  return () => editPassage({ ...key, text: '改写' }, { ...asked(actor), now: new Date(now.getTime() + 60_000) });
};

test('a deleted draft is not found and its deletion is recorded, while reports and documents stay', async () => {
  const before = await reportsStored(period.periodId);
  const made = granted(await askForSummary({ summaryId }, asked(reviewer)));
  await exportDocument(made.id);
  const place = granted(await deleteSummary(await asRead(), asked(other)));
  expect(place).toEqual({ plan: period.planCode, periodCode: '2020Q1' });
  const scope = scopeOfActor(reviewer);
  expect(await getSummary(scope, summaryId)).toBeNull();
  const listed = { planCode: period.planCode, periodCode: place.periodCode };
  expect(await listSummaries(scope, listed, { number: 1, size: 20 })).toEqual({ summaries: [], total: 0 });
  expect(codeOf(await askForSummary({ summaryId }, asked(reviewer)))).toBe('not-found');
  expect((await summaryEvents(summaryId)).at(-1)).toMatchObject({
    name: 'summary-deleted',
    accountId: other.accountId,
    detail: { title: frame.title },
  });
  expect(await reportsStored(period.periodId)).toEqual(before);
  const { finished } = await one<{ finished: boolean }>(
    'SELECT "finishedAt" IS NOT NULL AS finished FROM "DocumentExport" WHERE id = $1',
    [made.id],
  );
  expect(finished).toBe(true);
});

test('a draft is not deleted if somebody changed it since it was read', async () => {
  const read = await asRead();
  granted(await (await edit(other))());
  expect(codeOf(await deleteSummary(read, asked(reviewer)))).toBe('stale');
  granted(await deleteSummary(await asRead(), asked(reviewer)));
});

test('a change of a deleted draft is not found, and nothing is stored', async () => {
  const editing = await edit(other);
  granted(await deleteSummary(await asRead(), asked(reviewer)));
  const stored = () => sql('SELECT s.*, (SELECT count(*) FROM "SummaryPassage") FROM "Summary" s ORDER BY s.id');
  const before = await stored();
  const changes = [
    editing(),
    saveSummaryFrame({ summaryId, version: 0, ...frame }, asked(other)),
    resetOrder({ summaryId, orderVersion: 0 }, asked(other)),
    deleteSummary({ summaryId, changedAt: now }, asked(other)),
  ];
  expect((await Promise.all(changes)).map(codeOf)).toEqual(changes.map(() => 'not-found'));
  expect(await stored()).toEqual(before);
});

test('of two deletions at once one succeeds', async () => {
  const read = await asRead();
  const results = await Promise.all([reviewer, other].map((actor) => deleteSummary(read, asked(actor))));
  expect(results.map(codeOf).toSorted()).toEqual([null, 'not-found'].toSorted());
  expect((await summaryEvents(summaryId)).filter(({ name }) => name === 'summary-deleted')).toHaveLength(1);
});
