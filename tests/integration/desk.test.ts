import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { queryDesk } from '@/lib/filing/desk/data';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { deskAt, onlyReport, timeLeftOf } from '../support/desk';
import { blankEntry, now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport, type WantedReport } from '../support/reports';
import { sql } from '../support/sql';
import { storeCalendar } from '../support/writing';
import { makeSecondPeriod } from '../support/year';

let agencyId: string;
let reporter: Actor;

beforeAll(storeCalendar);

beforeEach(async () => {
  await setDemonstrationClock(now);
  agencyId = await makeAgency();
  reporter = await makeAccount('reporter', agencyId);
});

const make = (wanted: WantedReport = {}): Promise<MadeReport> => makeReport({ agencyId, ...wanted });

describe('the desk of an agency', () => {
  test('the desk shows nothing of other agencies, and the division has no desk of an agency', async () => {
    await makeReport();
    expect((await deskAt(reporter)).plans).toEqual([]);
    for (const role of ['reviewer', 'coordinator', 'leader', 'auditor'] as const) {
      expect(await queryDesk(scopeOf(await makeAccount(role)))).toEqual([]);
    }
  });

  test('a report that is not started lists its tasks without missing parts', async () => {
    await make({ status: 'not_started', tasks: 3 });
    const report = await onlyReport(reporter);
    expect(report.tasks.map(({ light, missing }) => [light, missing])).toEqual(Array(3).fill([null, []]));
    expect(timeLeftOf(report)).toEqual({ kind: 'days', workingDays: 2, countsToday: true });
  });

  test('a draft lists its missing parts task by task', async () => {
    const { taskIds } = await make({ entry: { ...blankEntry, progress: ' \u3000\n', light: 'blocked' } });
    const report = await onlyReport(reporter);
    expect(report.tasks.map(({ id }) => id)).toEqual(taskIds);
    expect(report.tasks[0]).toMatchObject({
      light: 'blocked',
      missing: ['progress', 'problems', 'results', 'nextSteps'],
    });
  });

  test('the desk separates reports to write, filed reports and coming ones', async () => {
    await make({ status: 'filed' });
    await make({ status: 'draft' });
    await make({ status: 'not_started', opensAt: new Date('2020-05-31T16:00:00Z') });
    const { plans, isAnythingDue, next } = await deskAt(reporter);
    expect(plans.map(({ waiting, handedIn, later }) => [waiting.length, handedIn.length, later.length])).toEqual(
      expect.arrayContaining([
        [1, 0, 0],
        [0, 1, 0],
        [0, 0, 1],
      ]),
    );
    expect(plans[0]?.waiting).toHaveLength(1);
    expect(isAnythingDue).toBe(true);
    expect(next?.opensAt).toEqual(new Date('2020-05-31T16:00:00Z'));
  });

  test('the desk lists open reports before overdue ones, the nearest last day first', async () => {
    const report = await make({ status: 'draft' });
    await makeSecondPeriod(report, sql);
    const waitingAt = async (at: string) =>
      (await deskAt(reporter, new Date(at))).plans[0]?.waiting.map(({ periodCode }) => periodCode);
    expect(await waitingAt('2020-06-01T01:00:00Z')).toEqual(['2020Q2', '2020Q1']);
    await sql(
      `UPDATE "Report" SET "extendedDueOn" = '2020-06-05', "extendedClosesAt" = '2020-06-05T16:00:00Z' WHERE id = $1`,
      [report.id],
    );
    expect(await waitingAt('2020-06-01T01:00:00Z')).toEqual(['2020Q1', '2020Q2']);
  });

  test('the desk says that nothing is due when all reports are filed', async () => {
    await make({ status: 'accepted' });
    expect(await deskAt(reporter)).toMatchObject({ isAnythingDue: false, next: null });
  });

  test('a plan is set aside once all its reports are accepted and a later plan was issued', async () => {
    const old = await make({ status: 'accepted' });
    const current = await make({ status: 'accepted' });
    await sql(`UPDATE "Plan" SET "issuedOn" = '2020-01-02' WHERE code = $1`, [current.planCode]);
    const { plans, earlierPlans } = await deskAt(reporter);
    expect(plans.map(({ code }) => code)).toEqual([current.planCode]);
    expect(earlierPlans.map(({ code }) => code)).toEqual([old.planCode]);
  });

  test('the desk needs one database query, however many reports it shows', async () => {
    const asked = async () => {
      const before = queries;
      await deskAt(reporter);
      return queries - before;
    };
    await make();
    const forOne = await asked();
    for (const status of ['filed', 'returned', 'accepted', 'draft'] as const) await make({ status, tasks: 4 });
    expect(await asked()).toBe(forOne);
    expect(forOne).toBe(1);
  });
});

let queries = 0;
const query = pg.Client.prototype.query;
// Counts the queries that are sent, and passes them on unchanged.
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  queries += 1;
  return Reflect.apply(query, this, given);
} as typeof query;
