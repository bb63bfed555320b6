import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { fileReport, saveReport, withdrawReport } from '@/lib/filing/mutations';
import { acceptReport, beginReview, reopenReport, returnReport } from '@/lib/review/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { closesAt, completeEntry, now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { sql } from '../support/sql';
import {
  by,
  eventNamesOf,
  eventsOf,
  expectRefused,
  granted,
  storeCalendar,
  storedReport,
  typed,
} from '../support/writing';

let report: MadeReport;
let reporter: Actor;
let reviewer: Actor;

beforeAll(async () => {
  await storeCalendar();
  reviewer = await makeAccount('reviewer');
});

beforeEach(async () => {
  await setDemonstrationClock(now);
  report = await makeReport({ status: 'filed' });
  reporter = await makeAccount('reporter', report.agencyId);
});

const reviewsOf = (reportId: string) =>
  sql('SELECT * FROM "Review" WHERE "reportId" = $1 ORDER BY "begunAt", id', [reportId]);
const returned = (on: string, text = '请补充量化数据') => ({
  reasons: [{ taskId: report.taskIds[0] ?? '', section: null, text }],
  returnDueOn: civilDate(on),
});

describe('a review', () => {
  test('a review is begun once, and a second reviewer is refused', async () => {
    granted(await beginReview(report.id, by(reviewer, 7)));
    const second = await makeAccount('coordinator');
    await expectRefused(report.id, 'review-begun', () => beginReview(report.id, by(second, 8)));
    expect(await reviewsOf(report.id)).toHaveLength(1);
  });

  test('after a review has begun the agency can no longer withdraw the report', async () => {
    granted(await beginReview(report.id, by(reviewer, 7)));
    await expectRefused(report.id, 'review-begun', () => withdrawReport(report.id, by(reporter, 8)));
  });

  test('a decision closes the review that was begun, whoever decides', async () => {
    granted(await beginReview(report.id, by(reviewer, 7)));
    const other = await makeAccount('reviewer');
    granted(await acceptReport(report.id, by(other, 8)));
    expect(await reviewsOf(report.id)).toMatchObject([{ outcome: 'accepted', reviewerId: other.accountId }]);
    expect((await storedReport(report.id)).status).toBe('accepted');
  });

  test('a decision without a begun review begins and ends one', async () => {
    granted(await acceptReport(report.id, by(reviewer, 7)));
    expect(await reviewsOf(report.id)).toMatchObject([{ outcome: 'accepted', decidedAt: now }]);
    expect(await eventNamesOf(report.id)).toEqual(['report-accepted']);
  });

  test('a returned report cannot be accepted', async () => {
    granted(await returnReport(report.id, returned('2020-04-08'), by(reviewer, 7)));
    await expectRefused(report.id, 'wrong-status', () => acceptReport(report.id, by(reviewer, 8)));
  });

  test('the leader may not accept a report', async () => {
    const leader = await makeAccount('leader');
    await expectRefused(report.id, 'forbidden', () => acceptReport(report.id, by(leader, 7)));
  });

  test('an administrator does not find the report to accept', async () => {
    const administrator = await makeAccount('system_administrator');
    await expectRefused(report.id, 'not-found', () => acceptReport(report.id, by(administrator, 7)));
  });
});

describe('a return', () => {
  test('a return stores its reasons task by task and a last day of its own', async () => {
    granted(await returnReport(report.id, returned('2020-04-08'), by(reviewer, 7)));
    expect(await storedReport(report.id)).toMatchObject({
      status: 'returned',
      returnClosesAt: new Date('2020-04-08T16:00:00Z'),
      reviewBegunAt: null,
    });
    const comments = await sql(
      'SELECT "taskId", text FROM "ReviewComment" WHERE "reviewId" IN (SELECT id FROM "Review" WHERE "reportId" = $1)',
      [report.id],
    );
    expect(comments).toEqual([{ taskId: report.taskIds[0], text: '请补充量化数据' }]);
  });

  test('a return leaves out tasks whose reason is blank', async () => {
    const reasons = report.taskIds.map((taskId, index) => ({
      taskId,
      section: null,
      text: index === 0 ? '请补充' : ' ',
    }));
    granted(await returnReport(report.id, { ...returned('2020-04-08'), reasons }, by(reviewer, 7)));
    expect((await eventsOf(report.id)).at(-1)?.detail).toMatchObject({ reasons: [{ text: '请补充' }] });
  });

  test.each([
    ['without a reason', '2020-04-08', ' ', 'reason-required'],
    ['to a day gone by', '2020-04-01', '请补充', 'due-date-not-ahead'],
    ['to a holiday', '2020-04-06', '请补充', 'due-date-not-a-working-day'],
    ['to a Saturday', '2020-04-11', '请补充', 'due-date-not-a-working-day'],
  ] as const)('a return %s is refused', async (_title, on, text, code) => {
    await expectRefused(report.id, code, () => returnReport(report.id, returned(on, text), by(reviewer, 7)));
  });

  test('a return may set a Sunday that is worked as its last day', async () => {
    granted(await returnReport(report.id, returned('2020-04-26'), by(reviewer, 7)));
  });

  test('a return with a reason for the task of another report is refused', async () => {
    const elsewhere = await makeReport({ status: 'filed' });
    const reasons = [{ taskId: elsewhere.taskIds[0] ?? '', section: null, text: '请补充' }];
    await expectRefused(report.id, 'not-found', () =>
      returnReport(report.id, { ...returned('2020-04-08'), reasons }, by(reviewer, 7)),
    );
  });

  test('a return does not make a report late: its second version keeps the timeliness of the first', async () => {
    const afterThePeriod = new Date('2020-04-07T02:00:00Z');
    granted(await returnReport(report.id, returned('2020-04-08'), by(reviewer, 7)));
    await setDemonstrationClock(afterThePeriod);
    const mended = typed(report.taskIds, () => ({ ...completeEntry, results: '已补充' }));
    granted(await saveReport(report.id, mended, by(reporter, 8, afterThePeriod)));
    expect(granted(await fileReport(report.id, by(reporter, 8, afterThePeriod, 1))).version).toBe(2);
    expect(await storedReport(report.id)).toMatchObject({ timeliness: 'on_time', filedVersions: 2, status: 'filed' });
    const versions = await sql('SELECT number, timeliness FROM "FiledVersion" WHERE "reportId" = $1 ORDER BY 1', [
      report.id,
    ]);
    expect(versions).toEqual([
      { number: 1, timeliness: 'on_time' },
      { number: 2, timeliness: 'on_time' },
    ]);
  });

  test('a return until a day before the period closes is refused, and one until its last day does not shorten it', async () => {
    await expectRefused(report.id, 'return-ends-before-deadline', () =>
      returnReport(report.id, returned('2020-04-02'), by(reviewer, 7)),
    );
    granted(await returnReport(report.id, returned('2020-04-03'), by(reviewer, 7)));
    const lastMinute = new Date(closesAt.getTime() - 60_000);
    granted(await fileReport(report.id, by(reporter, 8, lastMinute)));
  });

  test('after the last day of its return the agency can no longer file', async () => {
    granted(await returnReport(report.id, returned('2020-04-08'), by(reviewer, 7)));
    const tooLate = new Date('2020-04-08T16:00:00Z');
    await expectRefused(report.id, 'deadline-passed', () => fileReport(report.id, by(reporter, 8, tooLate)));
  });

  test('the version filed after a return gets a review of its own', async () => {
    granted(await returnReport(report.id, returned('2020-04-08'), by(reviewer, 7)));
    granted(await fileReport(report.id, by(reporter, 8)));
    granted(await acceptReport(report.id, by(reviewer, 9)));
    const reviews = await sql(
      'SELECT r.outcome, v.number FROM "Review" r JOIN "FiledVersion" v ON v.id = r."filedVersionId" WHERE r."reportId" = $1 ORDER BY v.number',
      [report.id],
    );
    expect(reviews).toEqual([
      { outcome: 'returned', number: 1 },
      { outcome: 'accepted', number: 2 },
    ]);
  });
});

describe('an accepted report', () => {
  beforeEach(async () => {
    granted(await acceptReport(report.id, by(reviewer, 7)));
  });

  test('an accepted report is reopened with a reason, and the agency still cannot withdraw it', async () => {
    await expectRefused(report.id, 'reason-required', () => reopenReport(report.id, '', by(reviewer, 8)));
    granted(await reopenReport(report.id, '数据有误', by(reviewer, 8)));
    await expectRefused(report.id, 'review-begun', () => withdrawReport(report.id, by(reporter, 9)));
    expect(await reviewsOf(report.id)).toMatchObject([{ outcome: 'accepted' }, { outcome: null }]);
  });

  test('a reopened report can be returned', async () => {
    granted(await reopenReport(report.id, '数据有误', by(reviewer, 8)));
    granted(await returnReport(report.id, returned('2020-04-08'), by(reviewer, 9)));
    expect((await reviewsOf(report.id)).map(({ outcome }) => outcome).toSorted()).toEqual(['accepted', 'returned']);
  });
});
