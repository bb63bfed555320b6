import { beforeAll, expect, test } from 'vitest';
import { setLadder } from '@/lib/chasing/ladder-mutations';
import { chaseUnfiled } from '@/lib/jobs/chase';
import { setLadderSchema } from '@/lib/schemas/chasing-ladder';
import { makeAccount } from './support/accounts';
import { makeChased, subjectsOf } from './support/chased';
import { setDemonstrationClock } from './support/clock';
import { one } from './support/sql';
import { codeOf, granted, storeCalendar } from './support/writing';

beforeAll(storeCalendar);

const ladder = [{ when: 'before' as const, days: 2, to: ['approver' as const] }];

test('a plan with a ladder of its own chases by that, and by no other', async () => {
  const [own, usual] = await Promise.all([makeChased(), makeChased()]);
  const coordinator = await makeAccount('coordinator');
  granted(await setLadder({ plan: own.planCode, ladder }, { actor: coordinator, address: '' }));
  // Two working days before the 3rd of April; the usual ladder stands on its third.
  await setDemonstrationClock(new Date('2020-04-01T01:00:05Z'));
  await chaseUnfiled();
  expect(await subjectsOf(own.approver.accountId)).toHaveLength(1);
  expect(await subjectsOf(own.reporter.accountId)).toEqual([]);
  expect(await subjectsOf(usual.approver.accountId)).toEqual([]);
  expect(await subjectsOf(usual.reporter.accountId)).toHaveLength(1);
});

test('only the coordinator sets it, and it is on record', async () => {
  const { planCode: plan, reporter } = await makeChased();
  for (const role of ['reviewer', 'leader'] as const)
    expect(codeOf(await setLadder({ plan, ladder }, { actor: await makeAccount(role), address: '' }))).toBe(
      'forbidden',
    );
  expect(codeOf(await setLadder({ plan, ladder }, { actor: reporter, address: '' }))).toBe('forbidden');
  const coordinator = await makeAccount('coordinator');
  expect(codeOf(await setLadder({ plan: 'none', ladder }, { actor: coordinator, address: '' }))).toBe('not-found');
  granted(await setLadder({ plan, ladder }, { actor: coordinator, address: '' }));
  const { detail } = await one<{ detail: unknown }>(
    `SELECT detail FROM "Event" WHERE name = 'chasing-ladder-set' AND "accountId" = $1`,
    [coordinator.accountId],
  );
  expect(detail).toEqual({ plan, ladder });
});

test('a form without a rung, with one that reaches nobody, or with one twice is refused', () => {
  const messageOf = (rungs: object[]) =>
    setLadderSchema.safeParse({ plan: 'p', rungs }).error?.issues[0]?.path.join('.');
  const rung = { when: 'before', days: 5, to: ['reporter'] };
  expect(messageOf([])).toBe('rungs.0.days');
  expect(messageOf([{ ...rung, to: [] }])).toBe('rungs.0.to');
  expect(messageOf([{ ...rung, days: undefined }])).toBe('rungs.0.days');
  expect(messageOf([rung, rung])).toBe('rungs.1.days');
  expect(messageOf([{ ...rung, days: 31 }])).toBe('rungs.0.days');
  expect(messageOf([rung, { ...rung, when: 'after' }, { to: [] }])).toBeUndefined();
});
