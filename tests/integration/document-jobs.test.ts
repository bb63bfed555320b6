import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { getDocument, listDocuments } from '@/lib/documents/data';
import { deleteOldDocuments, exportDocument } from '@/lib/documents/job';
import { askForDocument, askForSummary } from '@/lib/documents/mutations';
import { type Actor, type ReportScope, type Role, scopeOf } from '@/lib/domain/authorization';
import { storage } from '@/lib/server/files/storage-choice';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { gathered, ofPeriod, ofYear, written } from '../support/documents';
import { makeLargePlan, largePlanAt as now } from '../support/large-plan';
import { now as beforeItClosed } from '../support/report-states';
import { makeAgency } from '../support/reports';
import { one, sql } from '../support/sql';
import { storeSummarizedPeriod } from '../support/summaries';
import { draftOf, entriesOf, exportOf } from '../support/summary-drafts';
import { codeOf, granted } from '../support/writing';

const page = { number: 1, size: 20 };

let plan: string;
let reviewer: Actor;
let scope: ReportScope;

const ask = (actor: Actor, kind: 'circular' | 'ledger' = 'ledger', period = ofYear, of = plan) =>
  askForDocument({ kind, plan: of, period }, { actor, now, address: '' });

async function asked(kind: 'circular' | 'ledger', period = ofYear): Promise<string> {
  const result = await ask(reviewer, kind, period);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value.id;
}

async function keptBytes(id: string): Promise<Buffer> {
  const document = await getDocument(scope, id);
  const bytes = await (await storage()).open(document?.finished?.digest ?? '');
  if (!bytes) throw new Error('no bytes are kept');
  return gathered(bytes);
}

const queuedFor = async (id: string) =>
  (await sql(`SELECT FROM pgboss.job WHERE name = 'export-document' AND data->>'documentId' = $1`, [id])).length;

beforeAll(async () => {
  plan = await makeLargePlan({ agencies: 12, tasksEach: 3 });
  reviewer = await makeAccount('reviewer');
  scope = scopeOf(reviewer) as ReportScope;
});

describe('the right to order a document', () => {
  test.each(['leader', 'system_administrator', 'security_administrator', 'auditor'] as const)(
    'the role %s may not order a document, and nothing is stored',
    async (role: Role) => {
      const before = await sql('SELECT FROM "DocumentExport"');
      expect(codeOf(await ask(await makeAccount(role)))).toBe('forbidden');
      expect(await sql('SELECT FROM "DocumentExport"')).toHaveLength(before.length);
    },
  );

  test('an agency may not order a document, and reads none', async () => {
    const reporter = await makeAccount('reporter', await makeAgency());
    expect(codeOf(await ask(reporter))).toBe('forbidden');
    const id = await asked('circular');
    const own = scopeOf(reporter) as ReportScope;
    expect(await listDocuments(own, page)).toEqual({ documents: [], total: 0, underWay: 0 });
    expect(await getDocument(own, id)).toBeNull();
    expect(await getDocument(null, id)).toBeNull();
    expect(await getDocument(scope, 'no id')).toBeNull();
  });

  test('a reviewer and a coordinator can order a document, which gets a job and an event', async () => {
    for (const [actor, kind] of [
      [reviewer, 'ledger'],
      [await makeAccount('coordinator'), 'circular'],
    ] as const) {
      // Nothing else is being written, for the same document is not ordered twice meanwhile.
      await sql('UPDATE "DocumentExport" SET failed = true WHERE "finishedAt" IS NULL');
      const result = await ask(actor, kind);
      const id = result.ok ? result.value.id : '';
      expect(await queuedFor(id)).toBe(1);
      const event = await one<{ accountId: string; name: string }>(
        `SELECT "accountId", name FROM "Event" WHERE detail->>'documentId' = $1`,
        [id],
      );
      expect(event).toEqual({ accountId: actor.accountId, name: 'document-asked' });
    }
  });

  test('a document of an unknown plan or of a period that has not begun is not found', async () => {
    expect(codeOf(await ask(reviewer, 'ledger', ofYear, 'nowhere'))).toBe('not-found');
    expect(codeOf(await ask(reviewer, 'ledger', { periodCode: null, year: 2019 }))).toBe('not-found');
    expect(codeOf(await ask(reviewer, 'circular', ofPeriod('2021Q1')))).toBe('not-found');
  });
});

describe('the job that writes documents', () => {
  test.each(['circular', 'ledger'] as const)(
    'the job keeps the bytes of the %s, and running it twice changes nothing',
    async (kind) => {
      const id = await asked(kind);
      await exportDocument(id);
      const first = await getDocument(scope, id);
      await exportDocument(id);
      expect(await getDocument(scope, id)).toEqual(first);
      expect([first?.failed, first?.done]).toEqual([false, first?.total]);
      const bytes = await keptBytes(id);
      expect(bytes.length).toBe(first?.finished?.size);
      expect(bytes.equals((await written(kind, plan, ofYear, first?.countedAt ?? now)).bytes)).toBe(true);
    },
  );

  test('the job writes a period’s summary with the same bytes as the export of its draft', async () => {
    await setDemonstrationClock(beforeItClosed);
    const { planCode } = await storeSummarizedPeriod();
    const summaryId = await draftOf(planCode, reviewer, { includesFiled: true });
    const context = { now, address: '' };
    const leader = await makeAccount('leader');
    expect(codeOf(await askForSummary({ summaryId }, { ...context, actor: leader }))).toBe('forbidden');
    const nowhere = { summaryId: reviewer.accountId };
    expect(codeOf(await askForSummary(nowhere, { ...context, actor: reviewer }))).toBe('not-found');
    const { id } = granted(await askForSummary({ summaryId }, { ...context, actor: reviewer }));
    await exportDocument(id);
    const document = await getDocument(scope, id);
    expect(document).toMatchObject({ kind: 'summary', summaryTitle: '2020年第一季度汇总', done: 8, total: 8 });
    expect((await keptBytes(id)).equals(await exportOf(summaryId, reviewer))).toBe(true);
    const [draft, progress] = await Promise.all([
      entriesOf(summaryId, reviewer),
      written('summary', planCode, ofPeriod('2020Q1'), now, summaryId),
    ]);
    expect([draft.length, progress.total, progress.passed]).toEqual([4, 8, 8]);
  });

  test('of two jobs that write one document at once only one result is kept, without a stray file', async () => {
    const id = await asked('circular');
    await Promise.all([exportDocument(id), exportDocument(id)]);
    expect((await getDocument(scope, id))?.finished).not.toBeNull();
    const folder = process.env.EVIDENCE_FOLDER ?? '';
    const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    const rows = await sql<{ digest: string }>('SELECT DISTINCT digest FROM "DocumentExport" WHERE digest IS NOT NULL');
    expect(files.map(({ name }) => name).toSorted()).toEqual(rows.map(({ digest }) => digest).toSorted());
  });

  test('the job writes nothing for somebody who may no longer read the reports', async () => {
    const leaving = await makeAccount('reviewer');
    const result = await ask(leaving);
    const id = result.ok ? result.value.id : '';
    await sql('UPDATE "Account" SET "closedAt" = now() WHERE id = $1', [leaving.accountId]);
    await expect(exportDocument(id)).rejects.toThrow('may not read');
    expect(await getDocument(scope, id)).toMatchObject({ failed: true, finished: null });
  });

  test('a document older than a week is deleted with its bytes, and a younger one is kept', async () => {
    const [old, young] = [await asked('circular'), await asked('circular', ofPeriod('2020Q1'))];
    for (const id of [old, young]) await exportDocument(id);
    const digest = (await getDocument(scope, old))?.finished?.digest ?? '';
    expect(await (await storage()).exists(digest)).toBe(true);
    await sql(`UPDATE "DocumentExport" SET "recordedAt" = now() - interval '8 days' WHERE id = $1`, [old]);
    await deleteOldDocuments();
    expect(await getDocument(scope, old)).toBeNull();
    expect((await keptBytes(young)).length).toBeGreaterThan(1_000);
    const others = await one<{ count: number }>(
      'SELECT count(*)::int AS count FROM "DocumentExport" WHERE digest = $1',
      [digest],
    );
    expect(await (await storage()).exists(digest)).toBe(others.count > 0);
  });
});
