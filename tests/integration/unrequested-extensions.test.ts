import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { listExtensions } from '@/lib/extensions/data';
import { listDecidedExtensions, listPendingExtensions } from '@/lib/extensions/decision/data';
import { decideExtension, grantExtension, requestExtension } from '@/lib/extensions/mutations';
import { fileReport } from '@/lib/filing/mutations';
import { returnReport } from '@/lib/review/mutations';
import { getStoredReport, listReportEvents } from '@/lib/review/report/data';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { onlyReport } from '../support/desk';
import { expectOneWinner, type Racers } from '../support/racing';
import { closesAt, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { by, eventsOf, expectRefused, granted, storeCalendar, storedReport } from '../support/writing';

let report: MadeReport;
let reporter: Actor;
let coordinator: Actor;

const afterClosing = new Date(closesAt.getTime() + 3_600_000);
const reason = '填报系统故障';

beforeAll(async () => {
  await storeCalendar();
  coordinator = await makeAccount('coordinator');
});

beforeEach(async () => {
  await setDemonstrationClock(now);
  report = await makeReport();
  reporter = await makeAccount('reporter', report.agencyId);
});

const grant = (on: string, version: number, at = now, why = reason) =>
  grantExtension(report.id, { reason: why, grantedOn: civilDate(on) }, by(coordinator, version, at));

async function fileAt(version: number, at: Date) {
  await setDemonstrationClock(at);
  return fileReport(report.id, by(reporter, version, at));
}

const scope = () => {
  const of = scopeOf(coordinator);
  if (!of) throw new Error('a coordinator reads everything');
  return of;
};

describe('an unrequested extension', () => {
  test('an unrequested extension moves the deadline and is stored as one decided extension with one event', async () => {
    granted(await grant('2020-04-08', 7));
    expect(await storedReport(report.id)).toMatchObject({
      status: 'draft',
      version: 8,
      extendedClosesAt: new Date('2020-04-08T16:00:00Z'),
    });
    expect(await eventsOf(report.id)).toMatchObject([
      {
        name: 'extension-granted',
        accountId: coordinator.accountId,
        detail: { from: 'draft', to: 'draft', reason, grantedOn: '2020-04-08' },
      },
    ]);
    const given = { unrequested: true, outcome: 'granted', reason, grantedDueOn: '2020-04-08', decidedAt: now };
    expect(await listExtensions(scopeOf(reporter), [report.id])).toMatchObject([given]);
  });

  test("an unrequested extension is shown on the agency's desk, in the list of decisions and in the history", async () => {
    granted(await grant('2020-04-08', 7));
    expect(await onlyReport(reporter)).toMatchObject({
      dueOn: '2020-04-08',
      extension: { unrequested: true, outcome: 'granted', reason, grantedDueOn: '2020-04-08', decidedAt: now },
    });
    const decided = (await listDecidedExtensions(scope())).filter((each) => each.report.id === report.id);
    expect(decided).toMatchObject([{ unrequested: true, dueOn: '2020-04-08', decidedBy: coordinator.displayName }]);
    expect((await listPendingExtensions(scope())).filter((each) => each.report.id === report.id)).toEqual([]);
    const stored = await getStoredReport(scope(), report.id);
    expect(stored && (await listReportEvents(stored))).toMatchObject([
      { name: 'extension-granted', detail: { reason, grantedOn: '2020-04-08' } },
    ]);
  });

  test('an unrequested extension is distinguished from a requested one', async () => {
    granted(
      await requestExtension(report.id, { reason: '数据未到', proposedOn: civilDate('2020-04-07') }, by(reporter, 7)),
    );
    granted(await decideExtension(report.id, { note: '同意', grantedOn: civilDate('2020-04-07') }, by(coordinator, 8)));
    const later = new Date(now.getTime() + 60_000);
    granted(await grant('2020-04-08', 9, later));
    const extensions = await listExtensions(scopeOf(reporter), [report.id]);
    expect(extensions.map(({ unrequested }) => unrequested)).toEqual([true, false]);
  });

  test.each([
    ['without a reason', '2020-04-08', ' ', 'reason-required'],
    ['until a day gone by', '2020-04-01', reason, 'due-date-not-ahead'],
    ['until a holiday', '2020-04-06', reason, 'due-date-not-a-working-day'],
    ['until the last day in force', '2020-04-03', reason, 'due-date-not-later'],
  ] as const)('an unrequested extension %s is refused', async (_title, on, why, code) => {
    await expectRefused(report.id, code, () => grant(on, 7, now, why));
  });

  test('an unrequested extension must end later than an earlier extension', async () => {
    granted(await grant('2020-04-08', 7));
    await expectRefused(report.id, 'due-date-not-later', () => grant('2020-04-08', 8));
    await expectRefused(report.id, 'due-date-not-later', () => grant('2020-04-07', 8));
    granted(await grant('2020-04-09', 8));
  });

  test('an unrequested extension is refused while a request is pending', async () => {
    granted(
      await requestExtension(report.id, { reason: '数据未到', proposedOn: civilDate('2020-04-07') }, by(reporter, 7)),
    );
    await expectRefused(report.id, 'extension-pending', () => grant('2020-04-08', 8));
  });

  test('a reviewer or leader may not grant an unrequested extension', async () => {
    for (const role of ['reviewer', 'leader'] as const) {
      const other = await makeAccount(role);
      const given = { reason, grantedOn: civilDate('2020-04-08') };
      await expectRefused(report.id, 'forbidden', () => grantExtension(report.id, given, by(other, 7)));
    }
  });

  test('a filed report gets no unrequested extension, and a returned one only beyond the day of its return', async () => {
    granted(await fileReport(report.id, by(reporter, 7)));
    await expectRefused(report.id, 'wrong-status', () => grant('2020-04-10', 8));
    const reviewer = await makeAccount('reviewer');
    const reasons = [{ taskId: report.taskIds[0] ?? '', section: null, text: '请补充' }];
    granted(await returnReport(report.id, { reasons, returnDueOn: civilDate('2020-04-08') }, by(reviewer, 8)));
    await expectRefused(report.id, 'due-date-not-later', () => grant('2020-04-08', 9));
    granted(await grant('2020-04-09', 9));
    expect((await onlyReport(reporter)).dueOn).toBe('2020-04-09');
  });
});

describe('a report first filed under an unrequested extension', () => {
  test('a report counts as extended if the extension was granted before the period closed', async () => {
    granted(await grant('2020-04-08', 7, new Date(closesAt.getTime() - 1)));
    granted(await fileAt(8, afterClosing));
    expect((await storedReport(report.id)).timeliness).toBe('extended');
  });

  test('a report is late if the extension was granted at the closing instant or later', async () => {
    await setDemonstrationClock(closesAt);
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 7, closesAt)));
    granted(await grant('2020-04-08', 7, closesAt));
    granted(await fileAt(8, afterClosing));
    expect((await storedReport(report.id)).timeliness).toBe('late');
  });

  test('a report filed before the period closes is on time even with an unrequested extension', async () => {
    granted(await grant('2020-04-08', 7));
    granted(await fileAt(8, now));
    expect((await storedReport(report.id)).timeliness).toBe('on_time');
  });
});

test('of a request and a grant of an extension at once one succeeds', { timeout: 60_000 }, async () => {
  const racers: Racers = ({ id, reporter: author }) => [
    // A later day than the granted one, so that a request after the grant is refused for its version alone.
    () => requestExtension(id, { reason: '数据未到', proposedOn: civilDate('2020-04-09') }, by(author, 7)),
    () => grantExtension(id, { reason, grantedOn: civilDate('2020-04-08') }, by(coordinator, 7)),
  ];
  await expectOneWinner({}, racers, ({ winner, extensions, report: { extendedClosesAt } }) => {
    expect(extensions).toBe(1);
    expect(extendedClosesAt !== null).toBe(winner === 1);
  });
});
