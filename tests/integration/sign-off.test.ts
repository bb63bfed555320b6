import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { noticeForm } from '@/lib/domain/report/entry';
import { fieldsSavedAfter } from '@/lib/domain/report/field-save';
import { getReport } from '@/lib/filing/data';
import { fileReport, requestSignOff, saveReport, sendBack, takeBackSignOff } from '@/lib/filing/mutations';
import { setSignOff } from '@/lib/plans/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { blankEntry, closesAt, completeEntry, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { by, eventNamesOf, eventsOf, expectRefused, granted, storedReport, typed } from '../support/writing';

let report: MadeReport;
let reporter: Actor;
let approver: Actor;

beforeAll(() => setDemonstrationClock(now));

beforeEach(async () => {
  report = await makeReport({ signOffRequired: true });
  reporter = await makeAccount('reporter', report.agencyId);
  approver = await makeAccount('approver', report.agencyId);
});

describe('an agency that requires sign-off', () => {
  test('in an agency with sign-off the reporter requests it and only the approver files', async () => {
    await expectRefused(report.id, 'sign-off-required', () => fileReport(report.id, by(reporter, 7)));
    granted(await requestSignOff(report.id, by(reporter, 7)));
    await expectRefused(report.id, 'forbidden', () => fileReport(report.id, by(reporter, 8)));
    granted(await fileReport(report.id, by(approver, 8)));
    expect(await storedReport(report.id)).toMatchObject({ status: 'filed', filedVersions: 1 });
    expect(await eventNamesOf(report.id)).toEqual(['sign-off-requested', 'report-filed']);
  });

  test('a report is sent back to the reporter with a reason, and not without one', async () => {
    granted(await requestSignOff(report.id, by(reporter, 7)));
    await expectRefused(report.id, 'reason-required', () => sendBack(report.id, ' ', by(approver, 8)));
    granted(await sendBack(report.id, '请补充数据', by(approver, 8)));
    expect((await storedReport(report.id)).status).toBe('draft');
    expect((await eventsOf(report.id)).at(-1)).toMatchObject({
      name: 'report-sent-back',
      detail: { from: 'awaiting_sign_off', to: 'draft', reason: '请补充数据' },
    });
  });

  test('an incomplete report is refused before the approver sees it', async () => {
    const unfinished = await makeReport({ signOffRequired: true, entry: blankEntry });
    const author = await makeAccount('reporter', unfinished.agencyId);
    await expectRefused(unfinished.id, 'incomplete', () => requestSignOff(unfinished.id, by(author, 7)));
  });

  test('the approver cannot file after the deadline either', async () => {
    granted(await requestSignOff(report.id, by(reporter, 7)));
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(approver, 8, closesAt)));
  });
});

describe('a request for sign-off that is taken back', () => {
  test('a reporter takes the report back and writes on, and the request with its time stays on record', async () => {
    granted(await requestSignOff(report.id, by(reporter, 7)));
    const colleague = await makeAccount('reporter', report.agencyId);
    granted(await takeBackSignOff(report.id, by(colleague, 8)));
    expect((await storedReport(report.id)).status).toBe('draft');
    const events = await eventsOf(report.id);
    expect(events.map(({ name, accountId }) => [name, accountId])).toEqual([
      ['sign-off-requested', reporter.accountId],
      ['sign-off-taken-back', colleague.accountId],
    ]);
    granted(
      await saveReport(
        report.id,
        typed(report.taskIds, () => completeEntry),
        by(reporter, 9),
      ),
    );
  });

  test('the approver takes the report back, corrects a word and files without asking anybody', async () => {
    granted(await requestSignOff(report.id, by(reporter, 7)));
    granted(await takeBackSignOff(report.id, by(approver, 8)));
    const mended = () => ({ ...completeEntry, progress: '进展，已核对' });
    granted(await saveReport(report.id, typed(report.taskIds, mended), by(approver, 9)));
    granted(await fileReport(report.id, by(approver, 9, now, 1)));
    expect(await eventNamesOf(report.id)).toEqual([
      'sign-off-requested',
      'sign-off-taken-back',
      'report-saved',
      'report-filed',
    ]);
  });

  test('a report that does not wait for sign-off cannot be taken back from it', async () => {
    await expectRefused(report.id, 'wrong-status', () => takeBackSignOff(report.id, by(reporter, 7)));
  });

  test.each([
    ['taken back', (id: string, actor: Actor) => takeBackSignOff(id, by(actor, 8))],
    ['sent back', (id: string, actor: Actor) => sendBack(id, '请补充', by(actor, 8))],
  ])(
    'a returned report that is %s is a returned report again, under the last day of the return',
    async (_way, step) => {
      const returned = await makeReport({ status: 'returned', signOffRequired: true });
      await sql(`UPDATE "Report" SET "returnDueOn" = '2020-04-08', "returnClosesAt" = $2 WHERE id = $1`, [
        returned.id,
        new Date('2020-04-08T16:00:00Z'),
      ]);
      const author = await makeAccount('reporter', returned.agencyId);
      const head = await makeAccount('approver', returned.agencyId);
      granted(await requestSignOff(returned.id, by(author, 7)));
      granted(await step(returned.id, head));
      expect(await storedReport(returned.id)).toMatchObject({
        status: 'returned',
        returnClosesAt: new Date('2020-04-08T16:00:00Z'),
      });
      await setDemonstrationClock(closesAt);
      granted(await requestSignOff(returned.id, by(author, 9, closesAt)));
      await setDemonstrationClock(now);
    },
  );

  test('the approver who reads a report again finds the own reason and the fields that were saved since', async () => {
    granted(await requestSignOff(report.id, by(reporter, 7)));
    granted(await sendBack(report.id, '请补充数据', by(approver, 8)));
    const later = new Date(now.getTime() + 3_600_000);
    const mended = (index: number) => (index === 0 ? { ...completeEntry, results: '成效，12项' } : completeEntry);
    await setDemonstrationClock(later);
    granted(await saveReport(report.id, typed(report.taskIds, mended), by(reporter, 9, later)));
    granted(await requestSignOff(report.id, by(reporter, 9, later, 1)));
    const read = await getReport(scopeOf(approver), report.id);
    expect(read?.sentBackBefore).toMatchObject({ reason: '请补充数据', by: approver.displayName });
    const since = read?.sentBackBefore?.at ?? now;
    expect(fieldsSavedAfter(read?.entries ?? [], since, noticeForm)).toEqual([
      { taskId: report.taskIds[0], field: 'results' },
    ]);
    granted(await fileReport(report.id, by(approver, 10, later, 1)));
    expect((await getReport(scopeOf(approver), report.id))?.sentBackBefore).toBeNull();
    await setDemonstrationClock(now);
  });
});

test('an agency without sign-off cannot request it', async () => {
  const plain = await makeReport();
  const author = await makeAccount('reporter', plain.agencyId);
  await expectRefused(plain.id, 'sign-off-not-used', () => requestSignOff(plain.id, by(author, 7)));
});

test('the sign-off setting of an agency is recorded once, and only when it changes', async () => {
  const { code } = await one<{ code: string }>('SELECT code FROM "Agency" WHERE id = $1', [report.agencyId]);
  const recorded = `SELECT count(*)::int AS count FROM "Event" WHERE name = 'sign-off-set' AND detail->>'agencyCode' = $1`;
  await setSignOff(code, true);
  expect(await one(recorded, [code])).toEqual({ count: 0 });
  await setSignOff(code, false);
  await setSignOff(code, false);
  expect(await one(recorded, [code])).toEqual({ count: 1 });
});
