import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { fileReport, requestSignOff, sendBack } from '@/lib/filing/mutations';
import { setSignOff } from '@/lib/plans/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { blankEntry, closesAt, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one } from '../support/sql';
import { by, eventNamesOf, eventsOf, expectRefused, granted, storedReport } from '../support/writing';

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
