import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { decideExtension, requestExtension } from '@/lib/extensions/mutations';
import { listOfficers } from '@/lib/filing/desk/data';
import { requestSignOff, sendBack } from '@/lib/filing/mutations';
import { returnReport } from '@/lib/review/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { onlyReport, timeLeftOf } from '../support/desk';
import { closesAt, now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport, type WantedReport } from '../support/reports';
import { sql } from '../support/sql';
import { by, granted, storeCalendar } from '../support/writing';

let agencyId: string;
let reporter: Actor;

beforeAll(storeCalendar);

beforeEach(async () => {
  await setDemonstrationClock(now);
  agencyId = await makeAgency();
  reporter = await makeAccount('reporter', agencyId);
});

const make = (wanted: WantedReport = {}): Promise<MadeReport> => makeReport({ agencyId, ...wanted });

describe('reports that came back', () => {
  test('a report returned by the division shows reviewer, reasons and its own last day with the time left', async () => {
    const { id, taskIds } = await make({ status: 'filed' });
    const reviewer = await makeAccount('reviewer');
    const reasons = [{ taskId: taskIds[1] ?? '', section: null, text: '请补充数据' }];
    const decision = { reasons, returnDueOn: civilDate('2020-04-08') };
    granted(await returnReport(id, decision, by(reviewer, 7)));
    const report = await onlyReport(reporter);
    expect(report.returnedBy).toMatchObject({
      by: reviewer.displayName,
      at: now,
      comments: [{ taskId: taskIds[1], section: null, text: '请补充数据' }],
    });
    expect(report.dueOn).toBe('2020-04-08');
    expect(timeLeftOf(report)).toEqual({ kind: 'days', workingDays: 4, countsToday: true });
  });

  test('a report sent back by the approver shows the reason until sign-off is requested again', async () => {
    await sql('UPDATE "Agency" SET "signOffRequired" = true WHERE id = $1', [agencyId]);
    const approver = await makeAccount('approver', agencyId);
    const { id } = await make();
    granted(await requestSignOff(id, by(reporter, 7)));
    expect((await onlyReport(reporter)).signOffRequested).toMatchObject({ by: reporter.displayName });
    granted(await sendBack(id, '请核对数字', by(approver, 8)));
    const report = await onlyReport(reporter);
    expect(report.sentBack).toMatchObject({ by: approver.displayName, reason: '请核对数字' });
    expect(report.signOffRequested).toBeNull();
    granted(await requestSignOff(id, by(reporter, 9)));
    expect((await onlyReport(reporter)).sentBack).toBeNull();
  });
});

test('an extension is shown with its decision and note, and the time left counts to the new day', async () => {
  const { id } = await make();
  const coordinator = await makeAccount('coordinator');
  granted(await requestExtension(id, { reason: '数据未到', proposedOn: civilDate('2020-04-10') }, by(reporter, 7)));
  expect(await onlyReport(reporter)).toMatchObject({
    dueOn: '2020-04-03',
    extension: { outcome: null, decidedAt: null },
  });
  const decision = { note: '请提前一天', grantedOn: civilDate('2020-04-09') };
  granted(await decideExtension(id, decision, by(coordinator, 8)));
  expect(await onlyReport(reporter)).toMatchObject({
    dueOn: '2020-04-09',
    extension: { outcome: 'shortened', grantedDueOn: '2020-04-09', decisionNote: '请提前一天', decidedAt: now },
  });
  expect(timeLeftOf(await onlyReport(reporter))).toMatchObject({ kind: 'days', workingDays: 5 });
});

test('a filed report shows why it can no longer be withdrawn', async () => {
  await make({ status: 'filed' });
  expect((await onlyReport(reporter)).withdrawalEnd).toBeNull();
  expect((await onlyReport(reporter, closesAt)).withdrawalEnd).toBe('deadline-passed');
  await sql('UPDATE "Report" SET "reviewBegunAt" = now() WHERE "agencyId" = $1', [agencyId]);
  expect((await onlyReport(reporter)).withdrawalEnd).toBe('review-begun');
});

test('an accepted report shows when it was accepted, and whether it is published', async () => {
  await make({ status: 'accepted', published: true });
  expect(await onlyReport(reporter)).toMatchObject({ countdown: null, accepted: { at: now }, published: true });
});

test('a last day in a year without published holidays is provisional, also that of an extension', async () => {
  const { id } = await make();
  expect((await onlyReport(reporter)).isProvisional).toBe(false);
  await sql(
    `UPDATE "Report" SET "extendedDueOn" = '2021-01-05', "extendedClosesAt" = '2021-01-05T16:00:00Z' WHERE id = $1`,
    [id],
  );
  expect((await onlyReport(reporter)).isProvisional).toBe(true);
});

test('the officers of an agency are named by role, without closed accounts', async () => {
  const approver = await makeAccount('approver', agencyId);
  const gone = await makeAccount('reporter', agencyId);
  await sql('UPDATE "Account" SET "closedAt" = now() WHERE id = $1', [gone.accountId]);
  await makeAccount('reporter', await makeAgency());
  expect(await listOfficers(scopeOf(reporter), now)).toEqual({
    reporters: [reporter.displayName],
    approvers: [approver.displayName],
  });
});
