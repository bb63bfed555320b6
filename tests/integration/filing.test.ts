import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { canonicalForm } from '@/lib/domain/report/report-snapshot';
import { fileReport, saveReport, startReport, withdrawReport } from '@/lib/filing/mutations';
import { sqlStateOf } from '@/lib/server/database/db';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { blankEntry, closesAt, completeEntry, now } from '../support/report-states';
import { type MadeReport, makeReport, type WantedReport } from '../support/reports';
import { one, type Row, sql } from '../support/sql';
import { by, codeOf, eventNamesOf, eventsOf, expectRefused, granted, storedReport, typed } from '../support/writing';

beforeAll(() => setDemonstrationClock(now));

async function made(wanted: WantedReport): Promise<MadeReport & { reporter: Actor }> {
  const report = await makeReport(wanted);
  return { ...report, reporter: await makeAccount('reporter', report.agencyId) };
}

const versionsOf = (reportId: string) =>
  sql<Row & { snapshot: { entries: Row[]; version: number }; filedAt: Date }>(
    'SELECT * FROM "FiledVersion" WHERE "reportId" = $1 ORDER BY number',
    [reportId],
  );

describe('a report from its start to its receipt', () => {
  let report: MadeReport & { reporter: Actor };
  let receiptNumber: string;

  beforeAll(async () => {
    report = await made({ status: 'not_started', tasks: 5 });
    const { id, reporter, taskIds } = report;
    granted(await startReport(id, by(reporter, 7)));
    const changes = typed(taskIds, (index) => ({ ...completeEntry, progress: `进展“${index}”\n𠮷` }));
    granted(await saveReport(id, changes, by(reporter, 8)));
    const receipt = granted(await fileReport(id, by(reporter, 8, now, 1)));
    expect(receipt.version).toBe(1);
    receiptNumber = receipt.receiptNumber;
  });

  test('a started report has an entry for each task that the agency leads', async () => {
    const entries = await sql('SELECT "taskId" FROM "Entry" WHERE "reportId" = $1', [report.id]);
    expect(entries.map((entry) => entry.taskId).toSorted()).toEqual(report.taskIds.toSorted());
  });

  test('a filed report has its status, its number of versions and its timeliness', async () => {
    expect(await storedReport(report.id)).toMatchObject({
      status: 'filed',
      version: 9,
      filedVersions: 1,
      timeliness: 'on_time',
      reviewBegunAt: null,
    });
  });

  test('a filed version has every entry as it was typed, in the order of the tasks', async () => {
    const [version, ...others] = await versionsOf(report.id);
    expect(others).toEqual([]);
    expect(version).toMatchObject({ number: 1, receiptNumber, filedById: report.reporter.accountId });
    expect(version?.snapshot.entries.map(({ taskId }) => taskId)).toEqual(report.taskIds);
    expect(version?.snapshot.entries[3]).toMatchObject({ ...completeEntry, progress: '进展“3”\n𠮷' });
  });

  test('the digest of a version is the SM3 of the canonical form of the stored snapshot', async () => {
    const [version] = await versionsOf(report.id);
    const digest = createHash('sm3').update(canonicalForm(version?.snapshot)).digest('hex');
    expect(version?.digest).toBe(digest);
  });

  test('the time on the receipt is that of the database', async () => {
    const { isDatabaseTime } = await one(
      `SELECT "filedAt" BETWEEN e.at - interval '1 minute' AND e.at AS "isDatabaseTime"
       FROM "FiledVersion" v JOIN "Event" e ON e."reportId" = v."reportId" AND e.name = 'report-filed' WHERE v."reportId" = $1`,
      [report.id],
    );
    expect(isDatabaseTime).toBe(true);
  });

  test('start, save and filing each leave one event, with person, address and detail', async () => {
    const events = await eventsOf(report.id);
    expect(events.map(({ name }) => name)).toEqual(['report-started', 'report-saved', 'report-filed']);
    const [version] = await versionsOf(report.id);
    expect(events[2]).toMatchObject({
      accountId: report.reporter.accountId,
      address: '10.0.0.7',
      detail: { from: 'draft', to: 'filed', version: 1, receiptNumber, digest: version?.digest, timeliness: 'on_time' },
    });
  });

  test('the receipt number has period, agency and version', async () => {
    const { code } = await one<{ code: string }>('SELECT code FROM "Agency" WHERE id = $1', [report.agencyId]);
    expect(receiptNumber).toMatch(new RegExp(`^2020Q1-${code}-1-[2-9A-HJ-NP-Z]{10}$`));
  });
});

describe('refused filings', () => {
  test('an incomplete report is not filed, and the refusal names what is missing task by task', async () => {
    const { id, reporter, taskIds } = await made({ entry: { ...blankEntry, progress: '进展', light: 'normal' } });
    await expectRefused(id, 'incomplete', () => fileReport(id, by(reporter, 7)));
    const refused = await fileReport(id, by(reporter, 7));
    expect(!refused.ok && refused.refusal).toEqual({
      code: 'incomplete',
      missing: taskIds.flatMap((taskId) => ['problems', 'results', 'nextSteps'].map((field) => ({ taskId, field }))),
    });
  });

  test('a report is not filed at the closing instant', async () => {
    const { id, reporter } = await made({});
    await expectRefused(id, 'deadline-passed', () => fileReport(id, by(reporter, 7, closesAt)));
  });

  test('a report is not filed if the database says that it is closed, even if the portal’s own clock is behind', async () => {
    const { id, reporter } = await made({});
    await sql(
      'UPDATE "ReportingPeriod" SET "closesAt" = portal_now() WHERE id = (SELECT "periodId" FROM "Report" WHERE id = $1)',
      [id],
    );
    const lagging = new Date(now.getTime() - 3_600_000);
    const failure = await fileReport(id, by(reporter, 7, lagging)).catch((error: unknown) => error);
    expect(sqlStateOf(failure)).toBe('TP001');
    expect(await storedReport(id)).toMatchObject({ status: 'draft', version: 7, filedVersions: 0, timeliness: null });
    expect(await versionsOf(id)).toEqual([]);
    expect(await eventsOf(id)).toEqual([]);
  });

  test('a report that was filed already is not filed again', async () => {
    const { id, reporter } = await made({ status: 'filed' });
    await expectRefused(id, 'wrong-status', () => fileReport(id, by(reporter, 7)));
  });

  test('a report that somebody else changed since it was read is not filed', async () => {
    const { id, reporter } = await made({});
    await expectRefused(id, 'stale', () => fileReport(id, by(reporter, 6)));
  });

  test('a report is not filed under a version that does not exist yet', async () => {
    const { id, reporter } = await made({});
    await expectRefused(id, 'stale', () => fileReport(id, by(reporter, 8)));
  });

  test('a report of another agency is not found when it is filed', async () => {
    const { id } = await made({});
    const stranger = await makeAccount('reporter', (await made({})).agencyId);
    await expectRefused(id, 'not-found', () => fileReport(id, by(stranger, 7)));
  });

  test.each(['', 'no-id', randomUUID()])('a report that does not exist is not filed (%s)', async (id) => {
    const { reporter } = await made({});
    expect(codeOf(await fileReport(id, by(reporter, 7)))).toBe('not-found');
  });
});

test('a withdrawn report is filed as a second version, and the first version stays', async () => {
  const { id, reporter } = await made({ status: 'filed' });
  const [first] = await versionsOf(id);
  granted(await withdrawReport(id, by(reporter, 7)));
  expect(granted(await fileReport(id, by(reporter, 8))).version).toBe(2);
  const [still, second] = await versionsOf(id);
  expect(still).toEqual(first);
  expect(second).toMatchObject({ number: 2, timeliness: 'on_time', snapshot: { version: 2 } });
  expect(await eventNamesOf(id)).toEqual(['report-withdrawn', 'report-filed']);
});
