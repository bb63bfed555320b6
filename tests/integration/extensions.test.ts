import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { decideExtension, requestExtension } from '@/lib/extensions/mutations';
import { fileReport } from '@/lib/filing/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { closesAt, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
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

describe('a request', () => {
  test('leaves the deadline as it is until it is decided', async () => {
    granted(await ask('2020-04-08', 7));
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 8, closesAt)));
    expect(await eventNamesOf(report.id)).toEqual(['extension-requested']);
  });

  test('stands alone: a second is refused while the first is pending', async () => {
    granted(await ask('2020-04-08', 7));
    await expectRefused(report.id, 'extension-pending', () => ask('2020-04-09', 8));
  });

  test.each([
    ['without a reason', '2020-04-08', ' ', 'reason-required'],
    ['for a day gone by', '2020-04-01', '理由', 'due-date-not-ahead'],
    ['for a holiday', '2020-04-06', '理由', 'due-date-not-a-working-day'],
    ['for the last day in force', '2020-04-03', '理由', 'due-date-not-later'],
  ] as const)('%s is refused', async (_title, on, reason, code) => {
    await expectRefused(report.id, code, () => ask(on, 7, now, reason));
  });

  test('for a report that is filed is refused', async () => {
    granted(await fileReport(report.id, by(reporter, 7)));
    await expectRefused(report.id, 'wrong-status', () => ask('2020-04-08', 8));
  });
});

describe('a decision', () => {
  test('needs a request', async () => {
    await expectRefused(report.id, 'no-extension-pending', () => decide('2020-04-08', 7));
  });

  test('needs a reason, whether it grants or refuses', async () => {
    granted(await ask('2020-04-08', 7));
    await expectRefused(report.id, 'reason-required', () => decide('2020-04-08', 8, now, ' '));
    await expectRefused(report.id, 'reason-required', () => decide(null, 8, now, ' '));
  });

  test.each([
    ['as proposed', '2020-04-08', 'granted'],
    ['for fewer days', '2020-04-07', 'shortened'],
    ['for none', null, 'refused'],
  ] as const)('%s is recorded as %s → %s', async (_title, on, outcome) => {
    granted(await ask('2020-04-08', 7));
    granted(await decide(on, 8));
    expect(await outcomes()).toEqual([outcome]);
    expect((await storedReport(report.id)).extendedClosesAt).toEqual(on && new Date(`${on}T16:00:00Z`));
  });

  test('may not set a day that is not worked', async () => {
    granted(await ask('2020-04-08', 7));
    await expectRefused(report.id, 'due-date-not-a-working-day', () => decide('2020-04-05', 8));
  });

  test('never takes away days that an earlier one gave', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await decide('2020-04-08', 8));
    granted(await ask('2020-04-10', 9, new Date(now.getTime() + 60_000)));
    await expectRefused(report.id, 'due-date-not-later', () => decide('2020-04-07', 10));
    expect((await storedReport(report.id)).extendedClosesAt).toEqual(new Date('2020-04-08T16:00:00Z'));
  });

  test('is the coordinator’s, not the reviewer’s', async () => {
    granted(await ask('2020-04-08', 7));
    const reviewer = await makeAccount('reviewer');
    const decision = { note: '同意', grantedOn: null };
    await expectRefused(report.id, 'forbidden', () => decideExtension(report.id, decision, by(reviewer, 8)));
  });

  test('that refused lets the agency ask again', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await decide(null, 8));
    granted(await ask('2020-04-09', 9, new Date(now.getTime() + 60_000)));
    expect(await outcomes()).toEqual(['refused', null]);
  });
});

describe('a report that is filed after its period closed', () => {
  test('is extended under an extension that was granted before', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await decide('2020-04-08', 8, beforeClosing));
    granted(await fileAt(9, afterClosing));
    expect((await storedReport(report.id)).timeliness).toBe('extended');
  });

  test('is late under an extension that was granted afterwards (补报)', async () => {
    granted(await ask('2020-04-08', 7, afterClosing));
    granted(await decide('2020-04-08', 8, afterClosing));
    granted(await fileAt(9, new Date(afterClosing.getTime() + 60_000)));
    expect((await storedReport(report.id)).timeliness).toBe('late');
  });

  test('is late where it was asked for before and granted afterwards', async () => {
    granted(await ask('2020-04-08', 7, beforeClosing));
    granted(await decide('2020-04-08', 8, afterClosing));
    granted(await fileAt(9, new Date(afterClosing.getTime() + 60_000)));
    expect((await storedReport(report.id)).timeliness).toBe('late');
  });

  test('is late once the extension that came in time has run out, though a second one lets it in', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await decide('2020-04-08', 8, beforeClosing));
    const ranOut = new Date('2020-04-08T16:00:00Z');
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 9, ranOut)));
    granted(await ask('2020-04-10', 9, ranOut));
    granted(await decide('2020-04-10', 10, ranOut));
    granted(await fileAt(11, new Date(ranOut.getTime() + 60_000)));
    expect((await storedReport(report.id)).timeliness).toBe('late');
  });

  test('is still extended while the extension that came in time runs, whatever was granted later', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await decide('2020-04-08', 8, beforeClosing));
    granted(await ask('2020-04-10', 9, afterClosing));
    granted(await decide('2020-04-10', 10, afterClosing));
    granted(await fileAt(11, new Date('2020-04-08T15:59:00Z')));
    expect((await storedReport(report.id)).timeliness).toBe('extended');
  });

  test('is refused under an extension that was refused', async () => {
    granted(await ask('2020-04-08', 7));
    granted(await decide(null, 8));
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 9, afterClosing)));
  });
});

test('a report that is filed in time is on time even with an extension in hand', async () => {
  granted(await ask('2020-04-08', 7));
  granted(await decide('2020-04-08', 8));
  granted(await fileReport(report.id, by(reporter, 9)));
  expect((await storedReport(report.id)).timeliness).toBe('on_time');
});

test('a provisional deadline does not close the form, and nobody is late', async () => {
  const open = await makeReport({ provisional: true });
  const author = await makeAccount('reporter', open.agencyId);
  const longAfter = new Date('2020-06-30T00:00:00Z');
  await setDemonstrationClock(longAfter);
  granted(await fileReport(open.id, by(author, 7, longAfter)));
  expect((await storedReport(open.id)).timeliness).toBe('on_time');
});
