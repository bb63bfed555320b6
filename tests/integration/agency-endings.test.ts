import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listRegister, membersOf } from '@/lib/agencies/data';
import { matchAgency } from '@/lib/domain/agencies/names';
import type { Actor } from '@/lib/domain/authorization';
import { periodCode } from '@/lib/domain/calendar/period';
import { fileReport, saveReport, startReport } from '@/lib/filing/mutations';
import { findAgency, listRegisterEvents } from '@/lib/register/agency/data';
import { listHandoverPeriods } from '@/lib/register/changes/duties';
import type { EndingForm } from '@/lib/register/changes/ending/mutations';
import { notifyOfAgencyChange } from '@/lib/register/changes/job';
import { setGroup } from '@/lib/register/groups/mutations';
import { db } from '@/lib/server/database/db';
import { findStoredReport } from '@/lib/server/database/stored-report';
import { makeAccount } from '../support/accounts';
import { asCoordinator, endFirst } from '../support/agency-ending';
import { type AmendedPlan, makeAmendedPlan, midQuarter, reportOf } from '../support/amended-plan';
import { setDemonstrationClock } from '../support/clock';
import { everywhere } from '../support/everywhere';
import { completeEntry } from '../support/report-states';
import { agencyCodeOf } from '../support/reports';
import { one, sql } from '../support/sql';
import { by, granted, storeCalendar, storedReport, typed } from '../support/writing';

let plan: AmendedPlan;
let [ending, successor, another] = ['', '', ''];

beforeAll(async () => {
  await setDemonstrationClock(midQuarter);
  await storeCalendar();
});

beforeEach(async () => {
  plan = await makeAmendedPlan();
  [ending, successor, another] = plan.agencies;
});

const end = (rest: Partial<EndingForm> = {}, actor = plan.coordinator) => endFirst(plan, rest, actor);

const contextOf = async (id: string, actor: Actor) => {
  const { version, contentVersion } = await one<{ version: number; contentVersion: number }>(
    'SELECT version, "contentVersion" FROM "Report" WHERE id = $1',
    [id],
  );
  return by(actor, version, midQuarter, contentVersion);
};

async function entriesOf(id: string) {
  const report = await findStoredReport(db, id);
  return (report?.entries ?? []).map(({ taskId, progress }) => [plan.tasks.indexOf(taskId), progress]);
}

/** Lets an agency write its report of a quarter, and hand it in if asked. */
async function written(agencyId: string, quarter: string, isFiled = false) {
  const id = await reportOf(plan, agencyId, quarter);
  const reporter = await makeAccount('reporter', agencyId);
  granted(await startReport(id, await contextOf(id, reporter)));
  const report = await findStoredReport(db, id);
  const taskIds = (report?.entries ?? []).map(({ taskId }) => taskId);
  const changes = typed(taskIds, () => completeEntry);
  granted(await saveReport(id, changes, await contextOf(id, reporter)));
  if (isFiled) granted(await fileReport(id, await contextOf(id, reporter)));
  return { id, reporter };
}

describe('an agency that is merged into another', () => {
  test('passes its open tasks and what is written on them to it, and owes nothing more', async () => {
    const own = await written(ending, '2020Q2');
    granted(await end());
    const theirs = await reportOf(plan, successor);
    expect(await entriesOf(own.id)).toEqual([]);
    expect((await entriesOf(theirs)).toSorted()).toEqual([
      [0, completeEntry.progress],
      [1, completeEntry.progress],
      [2, ''],
    ]);
    expect(await one('SELECT owed, status FROM "Report" WHERE id = $1', [own.id])).toMatchObject({ owed: false });
    expect((await storedReport(theirs)).status).toBe('draft');
    const register = await listRegister();
    expect(matchAgency(agencyCodeOf(ending), register)).toEqual({ kind: 'near', proposals: [successor] });
    const [event] = await listRegisterEvents(successor);
    expect([event?.name, event?.detail.tasks, event?.detail.reason]).toEqual(['agency-merged', 2, '机构改革方案']);
  });

  test('keeps the text that its successor has begun by itself, and gives it the tasks that it has not', async () => {
    await written(ending, '2020Q2');
    const theirs = await written(successor, '2020Q2');
    granted(await end());
    expect((await entriesOf(theirs.id)).toSorted()).toEqual([
      [0, completeEntry.progress],
      [1, completeEntry.progress],
      [2, completeEntry.progress],
    ]);
  });

  test('keeps what it has filed, with its receipt, under its own code', async () => {
    const filed = await written(ending, '2020Q2', true);
    const versions = () => sql('SELECT * FROM "FiledVersion" WHERE "reportId" = $1', [filed.id]);
    const before = await versions();
    expect((await listHandoverPeriods(plan.id, ending, midQuarter)).proposed).toBe('2020Q3');
    granted(await end({ periods: [{ planCode: plan.code, fromPeriod: periodCode('2020Q3') }] }));
    expect(await versions()).toEqual(before);
    expect((await storedReport(filed.id)).status).toBe('filed');
    expect((await entriesOf(filed.id)).length).toBe(2);
    expect(await reportOf(plan, successor, '2020Q3')).not.toBe('');
  });

  test('its officers go on in the successor, with what they did, or are closed and signed out', async () => {
    const reporter = await makeAccount('reporter', ending);
    granted(await end());
    const account = (actor: Actor) =>
      one('SELECT "agencyId", "closedAt" FROM "Account" WHERE id = $1', [actor.accountId]);
    expect(await account(reporter)).toEqual({ agencyId: successor, closedAt: null });
    const closed = await makeAccount('reporter', successor);
    const handovers = plan.tasks.slice(0, 3).map((taskId) => ({ taskId, successorId: another }));
    const next = { agencyId: successor, successorIds: [another], handovers, accounts: 'close' as const };
    granted(await end(next));
    expect(await account(closed)).toEqual({ agencyId: successor, closedAt: expect.any(Date) });
  });

  test('its groups, its levels and its supported tasks pass on, and those concerned are notified once', async () => {
    const group = `单位组${plan.code}`;
    granted(await setGroup({ name: group, agencyIds: [ending] }, asCoordinator(plan.coordinator)));
    await sql('UPDATE "Agency" SET "parentId" = $1 WHERE id = $2', [ending, another]);
    await sql('INSERT INTO "SupportingAgency" ("taskId", "agencyId") VALUES ($1, $2)', [plan.tasks[3], ending]);
    const officer = await makeAccount('approver', successor);
    granted(await end());
    expect(await membersOf(group)).toEqual([successor]);
    expect((await findAgency(everywhere, agencyCodeOf(another)))?.parentId).toBe(successor);
    const supports = await sql(
      'SELECT "agencyId", "fromPeriod" FROM "SupportingAgency" WHERE "taskId" = $1 AND "untilPeriod" IS NULL',
      [plan.tasks[3]],
    );
    expect(supports).toEqual([{ agencyId: successor, fromPeriod: '2020Q2' }]);
    const { id } = await one<{ id: string }>(`SELECT max(id)::text AS id FROM "Event" WHERE name = 'agency-merged'`);
    await notifyOfAgencyChange(id);
    await notifyOfAgencyChange(id);
    const messages = await sql('SELECT subject FROM "Notification" WHERE cause = $1 AND "accountId" = $2', [
      `event/${id}`,
      officer.accountId,
    ]);
    expect(messages).toEqual([{ subject: `【单位名录】${agencyCodeOf(ending)}并入${agencyCodeOf(successor)}` }]);
  });
});

describe('an agency that is split or abolished', () => {
  test('gives each task to the successor that is chosen for it', async () => {
    await written(ending, '2020Q2');
    const handovers = [
      { taskId: plan.tasks[0] as string, successorId: successor },
      { taskId: plan.tasks[1] as string, successorId: another },
    ];
    granted(await end({ kind: 'split', successorIds: [successor, another], handovers }));
    expect((await entriesOf(await reportOf(plan, successor))).toSorted()).toEqual([
      [0, completeEntry.progress],
      [2, ''],
    ]);
    expect((await entriesOf(await reportOf(plan, another))).toSorted()).toEqual([
      [1, completeEntry.progress],
      [3, ''],
    ]);
  });

  test('in a draft the tasks and the number pass on without a word', async () => {
    await sql(`UPDATE "Plan" SET status = 'draft' WHERE id = $1`, [plan.id]);
    await sql('DELETE FROM "PlanAgency" WHERE "planId" = $1 AND "agencyId" = $2', [plan.id, successor]);
    const numberOf = (agencyId: string) =>
      sql('SELECT number FROM "PlanAgency" WHERE "planId" = $1 AND "agencyId" = $2', [plan.id, agencyId]);
    const before = await numberOf(ending);
    expect(before).toHaveLength(1);
    granted(await end({ periods: [] }));
    const leads = await sql('SELECT DISTINCT "agencyId" FROM "TaskLead" WHERE "taskId" = ANY($1)', [
      plan.tasks.slice(0, 2),
    ]);
    expect(leads).toEqual([{ agencyId: successor }]);
    expect(await numberOf(successor)).toEqual(before);
    expect(await sql(`SELECT id FROM "TaskAmendment" WHERE "planId" = $1`, [plan.id])).toEqual([]);
  });

  test('with nothing left to do needs no successor', async () => {
    await sql(`UPDATE "Plan" SET status = 'closed' WHERE id = $1`, [plan.id]);
    granted(await end({ kind: 'abolished', successorIds: [], handovers: [], periods: [], accounts: 'close' }));
    expect((await findAgency(everywhere, agencyCodeOf(ending)))?.abolishedOn).toBe('2020-06-15');
  });
});

test('a successor that stood below the agency takes its place, and nothing stands below itself', async () => {
  await sql('UPDATE "Agency" SET "parentId" = $1 WHERE id = ANY($2::uuid[])', [ending, [successor, another]]);
  granted(await end());
  const parents = await sql('SELECT id, "parentId" FROM "Agency" WHERE id = ANY($1::uuid[])', [[successor, another]]);
  expect(new Map(parents.map((row) => [row.id, row.parentId]))).toEqual(
    new Map([
      [successor, null],
      [another, successor],
    ]),
  );
});

test('officers are moved into a successor by a coordinator of its offices alone', async () => {
  await sql('INSERT INTO "Office" (id, code, name) VALUES (gen_random_uuid(), $1, $1)', [`other-${plan.code}`]);
  const theirs = await makeAmendedPlan();
  const [heir = ''] = theirs.agencies;
  await sql(`UPDATE "Plan" SET "officeId" = (SELECT id FROM "Office" WHERE code = $1) WHERE code = $2`, [
    `other-${plan.code}`,
    theirs.code,
  ]);
  const [own] = await sql<{ officeId: string }>('SELECT "officeId" FROM "Plan" WHERE code = $1', [plan.code]);
  const coordinator = { ...plan.coordinator, offices: [own?.officeId ?? ''] };
  const handovers = plan.tasks.slice(0, 2).map((taskId) => ({ taskId, successorId: heir }));
  const to = { successorIds: [heir], handovers };
  expect(await end({ ...to, accounts: 'move' }, coordinator)).toEqual({ ok: false, refusal: { code: 'forbidden' } });
  granted(await end({ ...to, accounts: 'close' }, coordinator));
});
