import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { entryKeys, noticeForm } from '@/lib/domain/report/entry';
import { parseReceiptNumber } from '@/lib/domain/report/receipt-number';
import { canonicalForm } from '@/lib/domain/report/report-snapshot';
import { fileReport } from '@/lib/filing/mutations';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { listPlans } from '@/lib/plans/data';
import { listPublishedOfAgency, listPublishedOfPlan, listPublishedOfTask } from '@/lib/publication/data';
import { lookUpReceiptFrom } from '@/lib/receipts/data';
import { verifyReceiptFile } from '@/lib/receipts/verification';
import { exportFiledVersion } from '@/lib/receipts/version-export';
import { migrate } from '@/scripts/migrate';
import { migrationNames, readMigration } from '@/scripts/migration-files';
import { setDemonstrationClock } from '../support/clock';
import { loadEarlierDatabase } from '../support/earlier-database';
import type { EarlierDatabase } from '../support/earlier-rows';
import { one, sql } from '../support/sql';
import { by, granted } from '../support/writing';

/** 11:00 in China on the last day of which the stored portal knows. */
const now = new Date('2020-04-08T03:00:00.000Z');

type FiledRow = {
  reportId: string;
  number: number;
  digest: string;
  receiptNumber: string;
  filedAt: Date;
  snapshot: { agency: { name: string }; plan: { title: string }; quarter: string };
};

let earlier: EarlierDatabase;
let applied: string[];
let countsAfter: Map<string, number>;
let filed: FiledRow[];

const namesThen = () => (earlier.rows.get('_prisma_migrations') ?? []).map((row) => String(row.migration_name));

async function rowCounts(): Promise<Map<string, number>> {
  const tables = [...earlier.rows.keys()].filter((table) => table !== '_prisma_migrations');
  const counted = tables.map(async (table): Promise<[string, number]> => {
    const { count } = await one<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`);
    return [table, count];
  });
  return new Map(await Promise.all(counted));
}

async function accountOf(userName: string): Promise<Actor> {
  return one<Actor>(
    `SELECT id AS "accountId", "displayName", roles::text[], "agencyId", 'all' AS offices FROM "Account" WHERE "userName" = $1`,
    [userName],
  );
}

async function exportOf({ reportId, number }: FiledRow) {
  const actor = await accountOf('leader');
  const file = await exportFiledVersion({ actor, scope: scopeOf(actor) }, reportId, number);
  if (!file) throw new Error('a filed version is not there');
  return file;
}

beforeAll(async () => {
  earlier = await loadEarlierDatabase('before-refactoring');
  applied = await migrate(process.env.DATABASE_URL ?? '');
  countsAfter = await rowCounts();
  await setDemonstrationClock(now);
  filed = await sql<FiledRow>('SELECT * FROM "FiledVersion" ORDER BY "receiptNumber"');
});

describe('a database that an earlier version of the portal left behind', () => {
  test('an earlier database is brought up to date by the migrations that it lacks and by no other', async () => {
    expect(applied).toEqual((await migrationNames()).filter((name) => !namesThen().includes(name)));
  });

  test('every field of every entry stands under its key', async () => {
    const stored = await sql<{ id: string; content: Record<string, unknown> }>('SELECT id, content FROM "Entry"');
    const then = earlier.rows.get('Entry') ?? [];
    expect(then.length).toBeGreaterThan(0);
    expect(new Map(stored.map(({ id, content }) => [id, content]))).toEqual(
      new Map(then.map((row) => [row.id, Object.fromEntries(entryKeys(noticeForm).map((key) => [key, row[key]]))])),
    );
  });

  test.each(['ReviewComment', 'Remark', 'Contribution', 'SummaryPassage'])(
    'every row of %s is about the section that it was about',
    async (table) => {
      const stored = await sql<{ id: string; section: string | null }>(`SELECT id, section FROM "${table}"`);
      const then = earlier.rows.get(table) ?? [];
      expect(new Map(stored.map(({ id, section }) => [id, section]))).toEqual(
        new Map(then.map(({ id, section = null }) => [id, section])),
      );
    },
  );

  test('the files of the migrations that an earlier database went through are unchanged', async () => {
    const checksums = await Promise.all(
      namesThen().map(async (name) =>
        createHash('sha256')
          .update(await readMigration(name))
          .digest('hex'),
      ),
    );
    expect(checksums).toEqual((earlier.rows.get('_prisma_migrations') ?? []).map(({ checksum }) => checksum));
  });

  test('the migrations keep every row of every table', () => {
    const before = [...earlier.rows].filter(([table]) => table !== '_prisma_migrations');
    expect(countsAfter).toEqual(new Map(before.map(([table, rows]) => [table, rows.length])));
  });

  test('the public reads of an earlier database what was published and not withdrawn, with the chosen sections', async () => {
    const published = await listPublishedOfPlan('2020');
    const shown = published.map(({ agency, periodCode, correctedAt, content }) => [
      agency.code,
      periodCode,
      correctedAt !== null,
      content.sections,
    ]);
    expect(shown).toEqual([
      ['05', '2020Q1', true, ['progress', 'results', 'nextSteps']],
      ['09', '2020Q1', false, ['progress', 'results']],
    ]);
    expect(await listPublishedOfAgency('05')).toEqual([published[0]]);
    expect(await listPublishedOfAgency('02')).toEqual([]);
    const task = published[0]?.content.entries[0];
    expect(task?.results).toBe('形成“成果清单”1份，\n推动3个项目达成意向𠮷。');
    expect(await listPublishedOfTask(task?.taskCode ?? '')).toEqual([published[0]]);
    expect((await listPlans()).map(({ code, periods, scope }) => [code, periods.length, scope.tasks])).toEqual([
      ['2020', 4, 35],
    ]);
  });

  test('the pending events of an earlier database are notified once', async () => {
    const pending = (earlier.rows.get('UntoldEvent') ?? []).map(({ eventId }) => `event/${eventId}`);
    await notifyOfEvents();
    await notifyOfEvents();
    const notified = await sql('SELECT cause FROM "Notification" WHERE cause = ANY($1) ORDER BY cause', [pending]);
    expect(notified.map(({ cause }) => cause)).toEqual(pending.toSorted());
  });

  test('a draft of an earlier database can be filed', async () => {
    const draft = await one<{ id: string; version: number; contentVersion: number }>(
      `SELECT r.id, r.version, r."contentVersion" FROM "Report" r JOIN "Agency" a ON a.id = r."agencyId"
         JOIN "ReportingPeriod" p ON p.id = r."periodId" WHERE a.code = '15' AND p.quarter = '2020Q1'`,
    );
    const officer = await accountOf('agency15');
    const receipt = granted(await fileReport(draft.id, by(officer, draft.version, now, draft.contentVersion)));
    expect(receipt.receiptNumber).toMatch(/^2020Q1-15-1-/);
    const version = await one<FiledRow>('SELECT * FROM "FiledVersion" WHERE "reportId" = $1', [draft.id]);
    expect(verifyReceiptFile((await exportOf(version)).body)).toMatchObject({ ok: true });
  });
});

describe('what an earlier version of the portal filed', () => {
  test('a version of an earlier database has the SM3 digest under which it was filed', () => {
    const computed = filed.map(({ snapshot }) =>
      createHash('sm3').update(canonicalForm(snapshot), 'utf8').digest('hex'),
    );
    expect(computed).toEqual(filed.map(({ digest }) => digest));
    expect(filed).toHaveLength(13);
  });

  test('a version of an earlier database is exported as a file that verifies by itself', async () => {
    for (const version of filed) {
      const { name, body } = await exportOf(version);
      const { receiptNumber, digest } = version;
      expect(name).toBe(`${receiptNumber}.json`);
      expect(verifyReceiptFile(body)).toMatchObject({ ok: true, receipt: { receiptNumber, digest } });
    }
  });

  test('a version is exported byte for byte as it was then, and the files of that time verify', async () => {
    expect(earlier.exported.size).toBe(3);
    for (const [name, text] of earlier.exported) {
      expect(verifyReceiptFile(text)).toMatchObject({ ok: true });
      const version = filed.find(({ receiptNumber }) => `${receiptNumber}.json` === name);
      expect(version && (await exportOf(version))).toEqual({ name, body: text });
    }
  });

  test('a receipt of an earlier database is found by its number', async () => {
    for (const { receiptNumber, number, filedAt, digest, snapshot } of filed) {
      expect(await lookUpReceiptFrom('10.2.0.1', parseReceiptNumber(receiptNumber) ?? '')).toEqual({
        kind: 'genuine',
        receipt: {
          ...{ receiptNumber, filedAt, digest, version: number, periodCode: snapshot.quarter },
          ...{ agencyName: snapshot.agency.name, planTitle: snapshot.plan.title },
        },
      });
    }
  });
});
