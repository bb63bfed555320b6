import { beforeAll, describe, expect, test } from 'vitest';
import { listAssignedAgencies, listReviewers } from '@/lib/assignment/data';
import { assignAgencies, endLeave, enterLeave } from '@/lib/assignment/mutations';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { addDays, civilDate, civilDateOf, startOfDay } from '@/lib/domain/calendar/civil-date';
import { type Leave, readerOn } from '@/lib/domain/review/review-assignment';
import { countReports, listReports } from '@/lib/review/data';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { by, codeOf, granted } from '../support/writing';

let coordinator: Actor;
let zhang: Actor;
let li: Actor;
let report: MadeReport;
const division = () => scopeOf(coordinator) as NonNullable<ReturnType<typeof scopeOf>> & { kind: 'all' };

beforeAll(async () => {
  await setDemonstrationClock(now);
  coordinator = await makeAccount('coordinator');
  zhang = await makeAccount('reviewer');
  li = await makeAccount('reviewer');
  report = await makeReport({ status: 'filed' });
});

const as = (actor: Actor) => by(actor, 0);
const leaveOf = (reviewer: Actor, standIn: Actor, from: string, until: string): Leave => ({
  reviewerId: reviewer.accountId,
  standInId: standIn.accountId,
  fromOn: civilDate(from),
  untilOn: civilDate(until),
});

async function readBy(actor: Actor, at: Date): Promise<string[]> {
  const filter = {
    planCode: report.planCode,
    periodCode: null,
    status: null,
    search: '',
    readerId: actor.accountId,
    now: at,
  };
  const { rows } = await listReports(division(), filter, { number: 1, size: 10 });
  return rows.map(({ id }) => id);
}

describe('the reports of an assigned agency', () => {
  test('the reports of an agency are in the list of the assigned reviewer, and in no other list', async () => {
    granted(
      await assignAgencies(
        { plan: report.planCode, agencyIds: [report.agencyId], reviewerId: zhang.accountId },
        as(coordinator),
      ),
    );
    expect(await readBy(zhang, now)).toEqual([report.id]);
    expect(await readBy(li, now)).toEqual([]);
    granted(
      await assignAgencies(
        { plan: report.planCode, agencyIds: [report.agencyId], reviewerId: li.accountId },
        as(coordinator),
      ),
    );
    expect(await readBy(zhang, now)).toEqual([]);
    granted(
      await assignAgencies({ plan: report.planCode, agencyIds: [report.agencyId], reviewerId: null }, as(coordinator)),
    );
    expect(await readBy(li, now)).toEqual([]);
  });

  test('an agency assigned to two reviewers at once ends with one of them, and no request fails', async () => {
    const give = ({ accountId }: Actor) =>
      assignAgencies({ plan: report.planCode, agencyIds: [report.agencyId], reviewerId: accountId }, as(coordinator));
    for (const result of await Promise.all([zhang, li, zhang, li].map(give))) granted(result);
    expect([await readBy(zhang, now), await readBy(li, now)].flat()).toEqual([report.id]);
  });

  test('during a leave the stand-in has the reports from the first to the last day, and the list names the reviewer', async () => {
    granted(
      await assignAgencies(
        { plan: report.planCode, agencyIds: [report.agencyId], reviewerId: zhang.accountId },
        as(coordinator),
      ),
    );
    const leave = leaveOf(zhang, li, '2020-04-03', '2020-04-05');
    granted(await enterLeave(leave, as(zhang)));
    for (let day = civilDateOf(now), count = 0; count < 6; day = addDays(day, 1), count += 1) {
      // This is the last second of the day in China.
      const at = new Date(startOfDay(addDays(day, 1)).getTime() - 1_000);
      const reader = readerOn(zhang.accountId, [leave], day);
      expect([day, await readBy(zhang, at)]).toEqual([day, reader === zhang.accountId ? [report.id] : []]);
      expect([day, await readBy(li, at)]).toEqual([day, reader === li.accountId ? [report.id] : []]);
      const all = { planCode: report.planCode, periodCode: null, status: null, search: '', now: at };
      const { rows } = await listReports(division(), all, { number: 1, size: 10 });
      expect(rows[0]).toMatchObject(
        reader === li.accountId
          ? { reader: li.displayName, absentReader: zhang.displayName }
          : { reader: zhang.displayName, absentReader: null },
      );
    }
  });
});

test('the counts above a list of one reader are those of its reports alone', async () => {
  await makeReport({ status: 'filed' });
  granted(
    await assignAgencies(
      { plan: report.planCode, agencyIds: [report.agencyId], reviewerId: zhang.accountId },
      as(coordinator),
    ),
  );
  const countedFor = async (actor?: Actor) => {
    const filter = { planCode: report.planCode, periodCode: null, status: null, search: '', now };
    const { counts, inAllPeriods } = await countReports(division(), { ...filter, readerId: actor?.accountId });
    return [counts.due, counts.filed, inAllPeriods.due];
  };
  expect(await countedFor(zhang)).toEqual([1, 1, 1]);
  expect(await countedFor(await makeAccount('reviewer'))).toEqual([0, 0, 0]);
  expect(await countedFor()).toEqual([1, 1, 1]);
});

describe('the assignment of agencies', () => {
  test('only a coordinator assigns, only to a reviewer or coordinator, and only agencies that exist', async () => {
    const given = { plan: report.planCode, agencyIds: [report.agencyId], reviewerId: zhang.accountId };
    for (const role of ['reviewer', 'leader', 'auditor', 'reporter'] as const) {
      expect([
        role,
        codeOf(await assignAgencies(given, as(await makeAccount(role, role === 'reporter' ? report.agencyId : null)))),
      ]).toEqual([role, 'forbidden']);
    }
    const leader = await makeAccount('leader');
    expect(codeOf(await assignAgencies({ ...given, reviewerId: leader.accountId }, as(coordinator)))).toBe('not-found');
    expect(codeOf(await assignAgencies({ ...given, agencyIds: [zhang.accountId] }, as(coordinator)))).toBe('not-found');
    await sql('UPDATE "Account" SET "closedAt" = now() WHERE id = $1', [leader.accountId]);
  });

  test('an assignment is recorded as an event and listed by reviewer', async () => {
    granted(
      await assignAgencies(
        { plan: report.planCode, agencyIds: [report.agencyId], reviewerId: zhang.accountId },
        as(coordinator),
      ),
    );
    expect(
      await one('SELECT "accountId", detail FROM "Event" WHERE name = $1 ORDER BY id DESC LIMIT 1', [
        'agencies-assigned',
      ]),
    ).toEqual({
      accountId: coordinator.accountId,
      detail: { planCode: report.planCode, agencyIds: [report.agencyId], reviewerId: zhang.accountId },
    });
    const listed = async (assignedTo: string | null) =>
      (
        await listAssignedAgencies(division(), { planCode: report.planCode, search: '', assignedTo, page: 1, size: 50 })
      ).agencies.map(({ id }) => id);
    expect(await listed(zhang.accountId)).toEqual([report.agencyId]);
    expect(await listed('none')).not.toContain(report.agencyId);
    const reviewers = await listReviewers(division(), report.planCode);
    expect(reviewers.find(({ id }) => id === zhang.accountId)?.agencies).toBe(1);
    expect(reviewers.map(({ id }) => id)).toContain(coordinator.accountId);
  });
});

describe('a leave', () => {
  test('a leave is entered and ended by the reviewer or the coordinator, and by no colleague', async () => {
    const wang = await makeAccount('reviewer');
    const leave = leaveOf(wang, li, '2020-04-08', '2020-04-09');
    expect(codeOf(await enterLeave(leave, as(li)))).toBe('forbidden');
    granted(await enterLeave(leave, as(coordinator)));
    expect(codeOf(await enterLeave(leave, as(wang)))).toBe('leave-meets-another');
    const { id } = await one<{ id: string }>('SELECT id FROM "Leave" WHERE "reviewerId" = $1', [wang.accountId]);
    expect(codeOf(await endLeave(id, as(li)))).toBe('forbidden');
    granted(await endLeave(id, as(wang)));
    expect(codeOf(await endLeave(id, as(wang)))).toBe('not-found');
  });

  test('of two leaves on the same days that are entered at once only one is stored', async () => {
    const wang = await makeAccount('reviewer');
    const leave = leaveOf(wang, li, '2020-04-08', '2020-04-09');
    const both = await Promise.all([1, 2].map(() => enterLeave(leave, as(coordinator))));
    expect(both.map(codeOf).filter((code) => code === null)).toHaveLength(1);
    expect(await sql('SELECT 1 FROM "Leave" WHERE "reviewerId" = $1', [wang.accountId])).toHaveLength(1);
  });
});
