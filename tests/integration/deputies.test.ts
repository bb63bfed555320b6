import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { approversOf, listDeputies, listOfficerEvents } from '@/lib/accounts/officers/data';
import { type DeputyContext, endDeputy, nameDeputy } from '@/lib/accounts/officers/deputies/mutations';
import { giveRole, handOverRole, takeRole } from '@/lib/accounts/officers/mutations';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { fileReport, requestSignOff, saveReport, sendBack } from '@/lib/filing/mutations';
import { peekSession } from '@/lib/server/session/session';
import { makeAccount } from '../support/accounts';
import { keepClock, letClockRun, setDemonstrationClock, standStill } from '../support/clock';
import { completeEntry, now } from '../support/report-states';
import { type MadeReport, makeAgency, makeReport } from '../support/reports';
import { sql } from '../support/sql';
import { by, codeOf, eventsOf, expectRefused, granted, typed } from '../support/writing';

let clock: string;
let report: MadeReport;
let reporter: Actor & { userName: string };
let approver: Actor & { userName: string };
let coordinator: Actor;

const [firstDay, lastDay] = [civilDate('2020-04-02'), civilDate('2020-04-03')];

const as = (actor: Actor, more: Partial<DeputyContext> = {}): DeputyContext => ({
  actor,
  address: '10.0.0.7',
  now,
  ...more,
});

const name = (context: DeputyContext, changes: { deputyId?: string; approverId?: string } = {}) =>
  nameDeputy(
    { approverId: approver.accountId, deputyId: reporter.accountId, fromOn: firstDay, untilOn: lastDay, ...changes },
    context,
  );

/** The actor as a request of an account finds it now. */
async function actorNow({ accountId }: Actor): Promise<Actor> {
  const id = randomUUID();
  await sql('INSERT INTO "Session" (id, "accountId") VALUES ($1, $2)', [id, accountId]);
  const session = await peekSession(id);
  if (!session) throw new Error('no session');
  return session.actor;
}

const storedDeputies = () => sql('SELECT * FROM "ApproverDeputy" ORDER BY id');

beforeAll(async () => {
  clock = await keepClock();
  coordinator = await makeAccount('coordinator');
});

beforeEach(async () => {
  await letClockRun(clock);
  await setDemonstrationClock(now);
  report = await makeReport({ signOffRequired: true });
  reporter = await makeAccount('reporter', report.agencyId);
  approver = await makeAccount('approver', report.agencyId);
});

afterAll(() => letClockRun(clock));

describe('the rights of a deputy', () => {
  test('a deputy has them from the first instant of the first day to the last instant of the last day, in China', async () => {
    granted(await name(as(approver)));
    const instants = [
      '2020-04-01 15:59:59.999999Z',
      '2020-04-01 16:00:00Z',
      '2020-04-03 15:59:59.999999Z',
      '2020-04-03 16:00:00Z',
    ];
    const found = [];
    for (const instant of instants) {
      await standStill(instant);
      const { roles, deputyOf } = await actorNow(reporter);
      found.push([roles.join(' '), deputyOf?.displayName]);
    }
    expect(found).toEqual([
      ['reporter', undefined],
      ['reporter approver', approver.displayName],
      ['reporter approver', approver.displayName],
      ['reporter', undefined],
    ]);
  });

  test('an act that needs the approver is recorded with the approver for whom the deputy gave it, and no other act', async () => {
    granted(await name(as(approver)));
    const deputy = await actorNow(reporter);
    granted(await requestSignOff(report.id, by(deputy, 7)));
    granted(await sendBack(report.id, '请补充', by(deputy, 8)));
    granted(
      await saveReport(
        report.id,
        typed(report.taskIds, () => ({ ...completeEntry, progress: '新' })),
        by(deputy, 9),
      ),
    );
    granted(await fileReport(report.id, by(deputy, 9, now, 1)));
    const { accountId, displayName } = approver;
    expect((await eventsOf(report.id)).map(({ name: event, detail }) => [event, detail.deputyOf])).toEqual([
      ['sign-off-requested', undefined],
      ['report-sent-back', { accountId, displayName }],
      ['report-saved', undefined],
      ['report-filed', { accountId, displayName }],
    ]);
  });

  test('on the day after, the same account cannot file what waits for the approver', async () => {
    granted(await name(as(approver)));
    granted(await requestSignOff(report.id, by(reporter, 7)));
    await standStill('2020-04-03 16:00:00Z');
    const former = await actorNow(reporter);
    await expectRefused(report.id, 'forbidden', () => fileReport(report.id, by(former, 8)));
  });

  test('a deputy changes no officers, no setting and no deputies', async () => {
    granted(await name(as(approver)));
    const deputy = await actorNow(reporter);
    const colleague = await makeAccount('reporter', report.agencyId);
    const before = await storedDeputies();
    const codes = [
      await giveRole({ role: 'approver', to: deputy.accountId }, as(deputy)),
      await takeRole({ role: 'approver', from: approver.accountId }, as(deputy)),
      await name(as(deputy), { deputyId: colleague.accountId }),
    ].map(codeOf);
    expect(codes).toEqual(['forbidden', 'forbidden', 'forbidden']);
    expect(await storedDeputies()).toEqual(before);
  });

  test('the rights end with the role of the approver', async () => {
    granted(await name(as(approver)));
    const heir = await makeAccount('approver', report.agencyId);
    granted(await handOverRole({ role: 'approver', from: approver.accountId, to: reporter.accountId }, as(heir)));
    expect(await actorNow(reporter)).not.toHaveProperty('deputyOf');
    expect(await listDeputies(report.agencyId, firstDay)).toEqual([]);
  });
});

describe('naming and ending a deputy', () => {
  test('the approver names a deputy, which the agency reads among its changes', async () => {
    granted(await name(as(approver)));
    const [event] = await listOfficerEvents(scopeOf(approver));
    expect(event).toMatchObject({
      name: 'deputy-named',
      by: approver.displayName,
      detail: {
        approver: { userName: approver.userName },
        deputy: { userName: reporter.userName },
        fromOn: firstDay,
        untilOn: lastDay,
      },
    });
  });

  test('the coordinator names one for an agency with a reason, and not without one', async () => {
    const onBehalf = { agencyId: report.agencyId };
    expect(codeOf(await name(as(coordinator, onBehalf)))).toBe('reason-required');
    granted(await name(as(coordinator, { ...onBehalf, reason: '单位来函：审核人住院' })));
    const [event] = await listOfficerEvents(scopeOf(coordinator), report.agencyId);
    expect(event?.detail.reason).toBe('单位来函：审核人住院');
  });

  test('nobody else names a deputy, and no account of another agency becomes one', async () => {
    const stranger = await makeAccount('approver', await makeAgency());
    const before = await storedDeputies();
    const reviewer = await makeAccount('reviewer');
    const onBehalf = { agencyId: report.agencyId, reason: '理由' };
    const second = await makeAccount('approver', report.agencyId);
    const codes = [
      await name(as(reporter)),
      await name(as(stranger, onBehalf)),
      await name(as(reviewer, onBehalf)),
      await name(as(second)),
      await name(as(approver), { deputyId: stranger.accountId }),
    ].map(codeOf);
    expect(codes).toEqual(['forbidden', 'forbidden', 'forbidden', 'forbidden', 'deputy-needs-another-officer']);
    expect(await storedDeputies()).toEqual(before);
  });

  test('of two deputies who are named for the same days at once, one is stored', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { agencyId } = await makeReport({ tasks: 1 });
      const head = await makeAccount('approver', agencyId);
      const [one, two] = [await makeAccount('reporter', agencyId), await makeAccount('reporter', agencyId)];
      const results = await Promise.all(
        [one, two].map(({ accountId }) => name(as(head), { approverId: head.accountId, deputyId: accountId })),
      );
      expect(results.map(codeOf).toSorted()).toEqual([null, 'deputy-meets-another'].toSorted());
      expect(await listDeputies(agencyId, firstDay)).toHaveLength(1);
    }
  });

  test('a deputation that is ended gives no rights from then on, and is recorded', async () => {
    granted(await name(as(approver)));
    const [{ id } = { id: '' }] = await listDeputies(report.agencyId, firstDay);
    const stranger = await makeAccount('approver', await makeAgency());
    expect(codeOf(await endDeputy(id, as(stranger)))).toBe('not-found');
    granted(await endDeputy(id, as(approver)));
    expect((await actorNow(reporter)).roles).toEqual(['reporter']);
    expect((await listOfficerEvents(scopeOf(approver))).map((event) => event.name)).toEqual([
      'deputy-ended',
      'deputy-named',
    ]);
  });

  test('those for whom a report waits are the approvers and, on their days, the deputies', async () => {
    granted(await name(as(approver)));
    const own = { accountId: approver.accountId, displayName: approver.displayName, isDeputy: false };
    const deputy = { accountId: reporter.accountId, displayName: reporter.displayName, isDeputy: true };
    expect(await approversOf(report.agencyId, lastDay)).toEqual([own, deputy]);
    expect(await approversOf(report.agencyId, civilDate('2020-04-04'))).toEqual([own]);
  });
});
