import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { fileReport, requestSignOff, sendBack } from '@/lib/filing/mutations';
import { getSignOffWait, listReminders } from '@/lib/notifications/reminders/data';
import { remindApprover, remindReporter } from '@/lib/notifications/reminders/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one } from '../support/sql';
import { by, codeOf, eventNamesOf, expectRefused, granted, storedReport } from '../support/writing';

const hour = 60 * 60_000;

let report: MadeReport;
let reporter: Actor;
let approver: Actor;

beforeAll(() => setDemonstrationClock(now));

beforeEach(async () => {
  report = await makeReport({ signOffRequired: true });
  reporter = await makeAccount('reporter', report.agencyId);
  approver = await makeAccount('approver', report.agencyId);
});

/** Lists the targets of the reminders that are still shown. */
const openTargets = async () => (await listReminders(scopeOf(reporter), report.id)).map(({ target }) => target);

describe('a report that waits for sign-off', () => {
  beforeEach(async () => {
    granted(await requestSignOff(report.id, by(reporter, 7)));
  });

  test('a waiting report tells since when it waits, and for which approver', async () => {
    const wait = await getSignOffWait(scopeOf(reporter), { id: report.id, status: 'awaiting_sign_off' }, now);
    expect(wait?.approvers.map(({ displayName }) => displayName)).toEqual([approver.displayName]);
    const asked = `SELECT at FROM "Event" WHERE "reportId" = $1 AND name = 'sign-off-requested'`;
    expect(wait?.since).toEqual((await one<{ at: Date }>(asked, [report.id])).at);
  });

  test('a reporter reminds the approver, which keeps the version of the report', async () => {
    granted(await remindApprover(report.id, by(reporter, 1)));
    expect((await storedReport(report.id)).version).toBe(8);
    expect(await eventNamesOf(report.id)).toEqual(['sign-off-requested', 'approver-reminded']);
    expect(await listReminders(scopeOf(approver), report.id)).toMatchObject([
      { target: 'approver', by: reporter.displayName, accountId: reporter.accountId },
    ]);
  });

  test('the approver can be reminded of a report once in four hours, by any reporter', async () => {
    granted(await remindApprover(report.id, by(reporter, 8)));
    const colleague = await makeAccount('reporter', report.agencyId);
    await expectRefused(report.id, 'reminded-lately', () => remindApprover(report.id, by(colleague, 8)));
    granted(await remindApprover(report.id, by(colleague, 8, new Date(now.getTime() + 5 * hour))));
  });

  test('of several reminders at the same moment one is recorded', async () => {
    const results = await Promise.all([1, 2, 3, 4].map(() => remindApprover(report.id, by(reporter, 8))));
    expect(results.map(codeOf).filter((code) => code !== null)).toEqual(Array(3).fill('reminded-lately'));
    expect(await eventNamesOf(report.id)).toEqual(['sign-off-requested', 'approver-reminded']);
  });

  test('a reminder disappears when the report is filed', async () => {
    granted(await remindApprover(report.id, by(reporter, 8)));
    expect(await openTargets()).toEqual(['approver']);
    granted(await fileReport(report.id, by(approver, 8)));
    expect(await openTargets()).toEqual([]);
  });

  test('a reminder disappears when the report is sent back, and the approver can then remind the reporter', async () => {
    granted(await remindApprover(report.id, by(reporter, 8)));
    granted(await sendBack(report.id, '请补充', by(approver, 8)));
    expect(await openTargets()).toEqual([]);
    granted(await remindReporter(report.id, by(approver, 9)));
    expect(await openTargets()).toEqual(['reporter']);
    granted(await requestSignOff(report.id, by(reporter, 9)));
    expect(await openTargets()).toEqual([]);
  });
});

test('another agency can neither remind nor read reminders, and the division reads none', async () => {
  granted(await remindReporter(report.id, by(approver, 7)));
  const stranger = await makeAccount('approver', (await makeReport()).agencyId);
  await expectRefused(report.id, 'not-found', () => remindReporter(report.id, by(stranger, 7)));
  expect(await listReminders(scopeOf(stranger), report.id)).toEqual([]);
  expect(await listReminders(scopeOf(await makeAccount('reviewer')), report.id)).toEqual([]);
});
