import { beforeAll, expect, test } from 'vitest';
import { notifyOfDates } from '@/lib/chasing/job';
import { setChasingSchedule } from '@/lib/chasing/mutations';
import { setChasingScheduleSchema } from '@/lib/schemas/chasing-schedule';
import { makeAccount } from '../support/accounts';
import { makeChased, scheduledSubjectsOf } from '../support/chased';
import { setDemonstrationClock } from '../support/clock';
import { one, sql } from '../support/sql';
import { codeOf, granted, storeCalendar } from '../support/writing';

beforeAll(storeCalendar);

const schedule = [{ when: 'before' as const, days: 2, to: ['approver' as const] }];

test('a plan with a chasing schedule of its own uses only that one', async () => {
  const [own, usual] = await Promise.all([makeChased(), makeChased()]);
  const coordinator = await makeAccount('coordinator');
  granted(await setChasingSchedule({ plan: own.planCode, schedule }, { actor: coordinator, address: '' }));
  // This is two working days before 3 April, a step of this schedule; the usual schedule has a step at three days.
  await setDemonstrationClock(new Date('2020-04-01T01:00:05Z'));
  await notifyOfDates();
  expect(await scheduledSubjectsOf(own.approver.accountId)).toHaveLength(1);
  expect(await scheduledSubjectsOf(own.reporter.accountId)).toEqual([]);
  expect(await scheduledSubjectsOf(usual.approver.accountId)).toEqual([]);
  expect(await scheduledSubjectsOf(usual.reporter.accountId)).toHaveLength(1);
});

test('a notification to the leader before the last day counts the unfiled reports and calls nobody late', async () => {
  const { planCode } = await makeChased();
  const [coordinator, leader] = await Promise.all([makeAccount('coordinator'), makeAccount('leader')]);
  const step = { when: 'before' as const, days: 2, to: ['leader' as const] };
  granted(await setChasingSchedule({ plan: planCode, schedule: [step] }, { actor: coordinator, address: '' }));
  await setDemonstrationClock(new Date('2020-04-01T01:00:05Z'));
  await notifyOfDates();
  expect(await scheduledSubjectsOf(leader.accountId)).toEqual([
    '【报送情况】《试验计划》2020年第一季度还有1家单位尚未报送',
  ]);
});

test('an overdue agency is told to ask for an extension, or to file at once where late filing is open', async () => {
  const [shut, open] = await Promise.all([makeChased(), makeChased()]);
  await sql('UPDATE "Report" SET "lateFilingOpen" = true WHERE id = $1', [open.id]);
  await setDemonstrationClock(new Date('2020-04-07T01:00:05Z'));
  await notifyOfDates();
  const bodyFor = async (accountId: string) =>
    (
      await one<{ body: string }>(`SELECT body FROM "Notification" WHERE "accountId" = $1 AND kind = 'ladder'`, [
        accountId,
      ])
    ).body;
  expect(await bodyFor(shut.reporter.accountId)).toContain('请尽快申请延期并补报。');
  expect(await bodyFor(open.reporter.accountId)).toContain('请尽快补报，不必申请延期。');
});

test('many agencies with long names stop no notification from being sent', async () => {
  const { planCode, periodId, reporter } = await makeChased();
  const [coordinator, leader] = await Promise.all([makeAccount('coordinator'), makeAccount('leader')]);
  const step = { when: 'before' as const, days: 2, to: ['reporter' as const, 'leader' as const] };
  granted(await setChasingSchedule({ plan: planCode, schedule: [step] }, { actor: coordinator, address: '' }));
  for (let count = 0; count < 25; count += 1) {
    const { id, agencyId } = await makeChased();
    await sql('UPDATE "Agency" SET name = $2 WHERE id = $1', [agencyId, String(count).padEnd(100, '局')]);
    await sql('UPDATE "Report" SET "periodId" = $2 WHERE id = $1', [id, periodId]);
  }
  await setDemonstrationClock(new Date('2020-04-01T01:00:05Z'));
  await notifyOfDates();
  expect(await scheduledSubjectsOf(reporter.accountId)).toHaveLength(1);
  expect(await scheduledSubjectsOf(leader.accountId)).toContain(
    '【报送情况】《试验计划》2020年第一季度还有26家单位尚未报送',
  );
});

test('only the coordinator sets the chasing schedule of a plan, and the change is recorded', async () => {
  const { planCode: plan, reporter } = await makeChased();
  for (const role of ['reviewer', 'leader'] as const)
    expect(codeOf(await setChasingSchedule({ plan, schedule }, { actor: await makeAccount(role), address: '' }))).toBe(
      'forbidden',
    );
  expect(codeOf(await setChasingSchedule({ plan, schedule }, { actor: reporter, address: '' }))).toBe('forbidden');
  const coordinator = await makeAccount('coordinator');
  expect(codeOf(await setChasingSchedule({ plan: 'none', schedule }, { actor: coordinator, address: '' }))).toBe(
    'not-found',
  );
  granted(await setChasingSchedule({ plan, schedule }, { actor: coordinator, address: '' }));
  const { detail } = await one<{ detail: unknown }>(
    `SELECT detail FROM "Event" WHERE name = 'chasing-ladder-set' AND "accountId" = $1`,
    [coordinator.accountId],
  );
  expect(detail).toEqual({ plan, ladder: schedule });
});

test('a chasing schedule without a step, with a step to nobody, or with the same step twice is refused', () => {
  const messageOf = (steps: object[]) =>
    setChasingScheduleSchema.safeParse({ plan: 'p', steps }).error?.issues[0]?.path.join('.');
  const step = { when: 'before', days: 5, to: ['reporter'] };
  expect(messageOf([])).toBe('steps.0.days');
  expect(messageOf([{ ...step, to: [] }])).toBe('steps.0.to');
  expect(messageOf([{ ...step, days: undefined }])).toBe('steps.0.days');
  expect(messageOf([step, step])).toBe('steps.1.days');
  expect(messageOf([{ ...step, days: 31 }])).toBe('steps.0.days');
  expect(messageOf([step, { ...step, when: 'after' }, { to: [] }])).toBeUndefined();
});
