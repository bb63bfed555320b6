import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { listExtensions } from '@/lib/extensions/data';
import { listDecidedExtensions, listPendingExtensions } from '@/lib/extensions/decision/data';
import { decideExtension, requestExtension, takeBackExtension } from '@/lib/extensions/mutations';
import { fileReport } from '@/lib/filing/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { closesAt, now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';
import { sql } from '../support/sql';
import { by, eventNamesOf, expectRefused, granted, storeCalendar, storedReport } from '../support/writing';

let report: MadeReport;
let reporter: Actor;
let coordinator: Actor;

const beforeClosing = now;
const afterClosing = new Date(closesAt.getTime() + 3_600_000);

beforeAll(async () => {
  await storeCalendar();
  coordinator = await makeAccount('coordinator');
});

beforeEach(async () => {
  await setDemonstrationClock(now);
  report = await makeReport();
  reporter = await makeAccount('reporter', report.agencyId);
});

const ask = (on: string, version: number, at = now, reason = '外地数据未到') =>
  requestExtension(report.id, { reason, proposedOn: civilDate(on) }, by(reporter, version, at));
const decide = (on: string | null, version: number, at = now, note = '情况属实') =>
  decideExtension(report.id, { note, grantedOn: on === null ? null : civilDate(on) }, by(coordinator, version, at));

async function fileAt(version: number, at: Date) {
  await setDemonstrationClock(at);
  return fileReport(report.id, by(reporter, version, at));
}

const outcomes = async () =>
  (await sql('SELECT outcome FROM "Extension" WHERE "reportId" = $1 ORDER BY "requestedAt"', [report.id])).map(
    ({ outcome }) => outcome,
  );

describe('a request for an extension', () => {
  test('a request for an extension does not change the deadline until it is decided', async () => {
    granted(await ask('2020-04-08', 7));
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 8, closesAt)));
    expect(await eventNamesOf(report.id)).toEqual(['extension-requested']);
  });

  test('a second request for an extension is refused while the first is pending', async () => {
    granted(await ask('2020-04-08', 7));
    await expectRefused(report.id, 'extension-pending', () => ask('2020-04-09', 8));
  });

  test.each([
    ['without a reason', '2020-04-08', ' ', 'reason-required'],
    ['for a day gone by', '2020-04-01', '理由', 'due-date-not-ahead'],
    ['for a holiday', '2020-04-06', '理由', 'due-date-not-a-working-day'],
    ['for the last day in force', '2020-04-03', '理由', 'due-date-not-later'],
  ] as const)('a request for an extension %s is refused', async (_title, on, reason, code) => {
    await expectRefused(report.id, code, () => ask(on, 7, now, reason));
  });

  test('a request for an extension of a filed report is refused', async () => {
    granted(await fileReport(report.id, by(reporter, 7)));
    await expectRefused(report.id, 'wrong-status', () => ask('2020-04-08', 8));
  });
});

describe('a request that is taken back', () => {
  const takeBack = (version: number, actor = reporter) => takeBackExtension(report.id, by(actor, version));

  test('a pending request is taken back and stays on record, the deadline stays, and a new request is possible', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await takeBack(8));
    expect(await outcomes()).toEqual(['taken_back']);
    expect((await storedReport(report.id)).extendedClosesAt).toBeNull();
    granted(await ask('2020-04-09', 9));
    expect(await outcomes()).toEqual(['taken_back', null]);
    expect(await eventNamesOf(report.id)).toEqual([
      'extension-requested',
      'extension-taken-back',
      'extension-requested',
    ]);
  });

  test('a request that was decided or taken back cannot be taken back, and no other agency can', async () => {
    granted(await ask('2020-04-08', 7));
    const stranger = await makeAccount('reporter', await makeAgency());
    await expectRefused(report.id, 'not-found', () => takeBack(8, stranger));
    granted(await decide(null, 8));
    await expectRefused(report.id, 'no-extension-pending', () => takeBack(9));
  });

  test('a request that was taken back is none of the decisions of the division', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await takeBack(8));
    const scope = scopeOf(coordinator) as ReportScope;
    expect((await listDecidedExtensions(scope)).filter((row) => row.report.id === report.id)).toEqual([]);
    expect((await listPendingExtensions(scope)).filter((row) => row.report.id === report.id)).toEqual([]);
    const [own] = await listExtensions(scopeOf(reporter), [report.id]);
    expect(own).toMatchObject({ outcome: 'taken_back', unrequested: false, grantedDueOn: null });
  });
});

describe('the decision on an extension', () => {
  test('a decision on an extension needs a request', async () => {
    await expectRefused(report.id, 'no-extension-pending', () => decide('2020-04-08', 7));
  });

  test('a decision on an extension needs a reason, unless it grants the day that was requested', async () => {
    granted(await ask('2020-04-08', 7));
    await expectRefused(report.id, 'reason-required', () => decide('2020-04-07', 8, now, ' '));
    await expectRefused(report.id, 'reason-required', () => decide('2020-04-09', 8, now, ''));
    await expectRefused(report.id, 'reason-required', () => decide(null, 8, now, ' '));
    granted(await decide('2020-04-08', 8, now, ''));
    expect(await outcomes()).toEqual(['granted']);
  });

  test.each([
    ['as proposed', '2020-04-08', 'granted'],
    ['for fewer days', '2020-04-07', 'shortened'],
    ['for none', null, 'refused'],
  ] as const)('an extension granted %s is recorded as %s → %s', async (_title, on, outcome) => {
    granted(await ask('2020-04-08', 7));
    granted(await decide(on, 8));
    expect(await outcomes()).toEqual([outcome]);
    expect((await storedReport(report.id)).extendedClosesAt).toEqual(on && new Date(`${on}T16:00:00Z`));
  });

  test('an extension cannot end on a day that is not worked', async () => {
    granted(await ask('2020-04-08', 7));
    await expectRefused(report.id, 'due-date-not-a-working-day', () => decide('2020-04-05', 8));
  });

  test('an extension never takes away days that an earlier one granted', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await decide('2020-04-08', 8));
    granted(await ask('2020-04-10', 9, new Date(now.getTime() + 60_000)));
    await expectRefused(report.id, 'due-date-not-later', () => decide('2020-04-07', 10));
    expect((await storedReport(report.id)).extendedClosesAt).toEqual(new Date('2020-04-08T16:00:00Z'));
  });

  test('a reviewer may not decide on an extension', async () => {
    granted(await ask('2020-04-08', 7));
    const reviewer = await makeAccount('reviewer');
    const decision = { note: '同意', grantedOn: null };
    await expectRefused(report.id, 'forbidden', () => decideExtension(report.id, decision, by(reviewer, 8)));
  });

  test('after a refused request the agency may ask for an extension again', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await decide(null, 8));
    granted(await ask('2020-04-09', 9, new Date(now.getTime() + 60_000)));
    expect(await outcomes()).toEqual(['refused', null]);
  });
});

describe('a report that is filed after its period closed', () => {
  test('a report filed under an extension granted before the period closed counts as extended', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await decide('2020-04-08', 8, beforeClosing));
    granted(await fileAt(9, afterClosing));
    expect((await storedReport(report.id)).timeliness).toBe('extended');
  });

  test('a report filed under an extension granted after the period closed is late (补报)', async () => {
    granted(await ask('2020-04-08', 7, afterClosing));
    granted(await decide('2020-04-08', 8, afterClosing));
    granted(await fileAt(9, new Date(afterClosing.getTime() + 60_000)));
    expect((await storedReport(report.id)).timeliness).toBe('late');
  });

  test('a report is late if its extension was requested before the period closed but granted after it', async () => {
    granted(await ask('2020-04-08', 7, beforeClosing));
    granted(await decide('2020-04-08', 8, afterClosing));
    granted(await fileAt(9, new Date(afterClosing.getTime() + 60_000)));
    expect((await storedReport(report.id)).timeliness).toBe('late');
  });

  test('a report is late after an extension granted in time, even if a second extension lets it be filed', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await decide('2020-04-08', 8, beforeClosing));
    const ranOut = new Date('2020-04-08T16:00:00Z');
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 9, ranOut)));
    granted(await ask('2020-04-10', 9, ranOut));
    granted(await decide('2020-04-10', 10, ranOut));
    granted(await fileAt(11, new Date(ranOut.getTime() + 60_000)));
    expect((await storedReport(report.id)).timeliness).toBe('late');
  });

  test('a report filed within an extension granted in time counts as extended, whatever was granted later', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await decide('2020-04-08', 8, beforeClosing));
    granted(await ask('2020-04-10', 9, afterClosing));
    granted(await decide('2020-04-10', 10, afterClosing));
    granted(await fileAt(11, new Date('2020-04-08T15:59:00Z')));
    expect((await storedReport(report.id)).timeliness).toBe('extended');
  });

  test('after a refused extension the deadline stays', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await decide(null, 8));
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 9, afterClosing)));
  });
});

test('a report filed before the deadline is on time even if it has an extension', async () => {
  granted(await ask('2020-04-08', 7));
  granted(await decide('2020-04-08', 8));
  granted(await fileReport(report.id, by(reporter, 9)));
  expect((await storedReport(report.id)).timeliness).toBe('on_time');
});

test('a provisional deadline does not close the form, and makes no report late', async () => {
  const open = await makeReport({ provisional: true });
  const author = await makeAccount('reporter', open.agencyId);
  const longAfter = new Date('2020-06-30T00:00:00Z');
  await setDemonstrationClock(longAfter);
  granted(await fileReport(open.id, by(author, 7, longAfter)));
  expect((await storedReport(open.id)).timeliness).toBe('on_time');
});
