import pg from 'pg';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/civil-date';
import { decideExtension, requestExtension } from '@/lib/extensions/mutations';
import { requestSignOff, sendBack } from '@/lib/reports/mutations';
import { returnReport } from '@/lib/reviews/mutations';
import { deskOf } from '@/lib/standing/desk';
import { listOfficers, queryDesk } from '@/lib/standing/desk-rows';
import { makeAccount } from './support/accounts';
import { setDemonstrationClock } from './support/clock';
import { blankEntry, closesAt, now } from './support/report-states';
import { type MadeReport, makeAgency, makeReport, type WantedReport } from './support/reports';
import { sql } from './support/sql';
import { by, calendar, granted, storeCalendar } from './support/writing';

let agencyId: string;
let reporter: Actor;

beforeAll(storeCalendar);

beforeEach(async () => {
  await setDemonstrationClock(now);
  agencyId = await makeAgency();
  reporter = await makeAccount('reporter', agencyId);
});

const make = (wanted: WantedReport = {}): Promise<MadeReport> => makeReport({ agencyId, ...wanted });

async function deskAt(at: Date = now, actor: Actor = reporter) {
  return deskOf(await queryDesk(scopeOf(actor)), { actor, calendar, now: at });
}

async function onlyReport(at: Date = now, actor: Actor = reporter) {
  const { plans } = await deskAt(at, actor);
  const [report] = plans[0]?.quarters ?? [];
  if (!report) throw new Error('the desk is empty');
  return report;
}

describe('the desk of an agency', () => {
  test('shows nothing of another agency’s, and nothing at all to the division', async () => {
    await makeReport();
    expect((await deskAt()).plans).toEqual([]);
    for (const role of ['reviewer', 'coordinator', 'leader', 'auditor'] as const) {
      expect(await queryDesk(scopeOf(await makeAccount(role)))).toEqual([]);
    }
  });

  test('names the tasks of a report that nobody started, and asks nothing of them yet', async () => {
    await make({ status: 'not_started', tasks: 3 });
    const report = await onlyReport();
    expect(report.tasks.map(({ light, missing }) => [light, missing])).toEqual(Array(3).fill([null, []]));
    expect(report.timeLeft).toEqual({ kind: 'days', workingDays: 2, countsToday: true });
  });

  test('lists what a draft still lacks, task by task', async () => {
    const { taskIds } = await make({ entry: { ...blankEntry, progress: ' \u3000\n', light: 'blocked' } });
    const report = await onlyReport();
    expect(report.tasks.map(({ id }) => id)).toEqual(taskIds);
    expect(report.tasks[0]).toMatchObject({
      light: 'blocked',
      missing: ['progress', 'results', 'problems', 'nextSteps'],
    });
  });

  test('sorts what waits for the agency from what it handed in and what is to come', async () => {
    await make({ status: 'filed' });
    await make({ status: 'draft' });
    await make({ status: 'not_started', opensAt: new Date('2020-05-31T16:00:00Z') });
    const { plans, isAnythingDue, next } = await deskAt();
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

  test('says that nothing is due where all is handed in', async () => {
    await make({ status: 'accepted' });
    expect(await deskAt()).toMatchObject({ isAnythingDue: false, next: null });
  });

  test('puts a plan aside once all of it is accepted and a later one was issued', async () => {
    const old = await make({ status: 'accepted' });
    const current = await make({ status: 'accepted' });
    await sql(`UPDATE "Plan" SET "issuedOn" = '2020-01-02' WHERE code = $1`, [current.planCode]);
    const { plans, earlierPlans } = await deskAt();
    expect(plans.map(({ code }) => code)).toEqual([current.planCode]);
    expect(earlierPlans.map(({ code }) => code)).toEqual([old.planCode]);
  });

  test('asks the database as often for many reports as for one', async () => {
    const asked = async () => {
      const before = queries;
      await deskAt();
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
// Counts what goes over the wire; the statements themselves go on as they are.
pg.Client.prototype.query = function counted(this: pg.Client, ...given: unknown[]) {
  queries += 1;
  return Reflect.apply(query, this, given);
} as typeof query;

describe('what came back', () => {
  test('from the division has its reviewer, its reasons and its own last day, counted down', async () => {
    const { id, taskIds } = await make({ status: 'filed' });
    const reviewer = await makeAccount('reviewer');
    const reasons = [{ taskId: taskIds[1] ?? '', text: '请补充数据' }];
    const decision = { reasons, returnDueOn: civilDate('2020-04-08') } as Parameters<typeof returnReport>[1];
    granted(await returnReport(id, decision, by(reviewer, 7)));
    const report = await onlyReport();
    expect(report.returnedBy).toMatchObject({
      by: reviewer.displayName,
      at: now,
      dueOn: '2020-04-08',
      timeLeft: { kind: 'days', workingDays: 4, countsToday: true },
      comments: [{ taskId: taskIds[1], section: null, text: '请补充数据' }],
    });
    expect([report.dueOn, report.timeLeft]).toEqual(['2020-04-08', report.returnedBy?.timeLeft]);
  });

  test('from the approver has the reason, until it goes out again', async () => {
    await sql('UPDATE "Agency" SET "signOffRequired" = true WHERE id = $1', [agencyId]);
    const approver = await makeAccount('approver', agencyId);
    const { id } = await make();
    granted(await requestSignOff(id, by(reporter, 7)));
    expect((await onlyReport()).signOffRequested).toMatchObject({ by: reporter.displayName });
    granted(await sendBack(id, '请核对数字', by(approver, 8)));
    const report = await onlyReport();
    expect(report.sentBack).toMatchObject({ by: approver.displayName, reason: '请核对数字' });
    expect(report.signOffRequested).toBeNull();
    granted(await requestSignOff(id, by(reporter, 9)));
    expect((await onlyReport()).sentBack).toBeNull();
  });
});

test('an extension is shown with its decision and its note, and the new day is what the desk counts to', async () => {
  const { id } = await make();
  const coordinator = await makeAccount('coordinator');
  granted(await requestExtension(id, { reason: '数据未到', proposedOn: civilDate('2020-04-10') }, by(reporter, 7)));
  expect(await onlyReport()).toMatchObject({ dueOn: '2020-04-03', extension: { outcome: null, decidedAt: null } });
  const decision = { note: '请提前一天', grantedOn: civilDate('2020-04-09') };
  granted(await decideExtension(id, decision, by(coordinator, 8)));
  expect(await onlyReport()).toMatchObject({
    dueOn: '2020-04-09',
    timeLeft: { kind: 'days', workingDays: 5 },
    extension: { outcome: 'shortened', grantedDueOn: '2020-04-09', decisionNote: '请提前一天', decidedAt: now },
  });
});

test('a filed report says why it cannot be withdrawn any more', async () => {
  await make({ status: 'filed' });
  expect((await onlyReport()).withdrawalEnd).toBeNull();
  expect((await onlyReport(closesAt)).withdrawalEnd).toBe('deadline-passed');
  await sql('UPDATE "Report" SET "reviewBegunAt" = now() WHERE "agencyId" = $1', [agencyId]);
  expect((await onlyReport()).withdrawalEnd).toBe('review-begun');
});

test('an accepted report says by whom and when, and whether it is published', async () => {
  await make({ status: 'accepted', published: true });
  expect(await onlyReport()).toMatchObject({ timeLeft: null, accepted: { at: now }, published: true });
});

test('a last day in a year without an arrangement is provisional, an extension’s too', async () => {
  const { id } = await make();
  expect((await onlyReport()).isProvisional).toBe(false);
  await sql(
    `UPDATE "Report" SET "extendedDueOn" = '2021-01-05', "extendedClosesAt" = '2021-01-05T16:00:00Z' WHERE id = $1`,
    [id],
  );
  expect((await onlyReport()).isProvisional).toBe(true);
});

test('the officers of an agency are named by role; a closed account is not', async () => {
  const approver = await makeAccount('approver', agencyId);
  const gone = await makeAccount('reporter', agencyId);
  await sql('UPDATE "Account" SET "closedAt" = now() WHERE id = $1', [gone.accountId]);
  await makeAccount('reporter', await makeAgency());
  expect(await listOfficers(scopeOf(reporter))).toEqual({
    reporters: [reporter.displayName],
    approvers: [approver.displayName],
  });
});
