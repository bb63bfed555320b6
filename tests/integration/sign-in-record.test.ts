import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { listAccountEvents } from '@/lib/accounts/audit/data';
import { listSignInLocks } from '@/lib/accounts/locks/data';
import { unlockSignIn } from '@/lib/accounts/locks/mutations';
import { changePassword, createAccount, signIn } from '@/lib/accounts/mutations';
import type { Actor } from '@/lib/domain/authorization';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { one, sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

const password = 'Richtig-2020';
const address = '10.1.1.1';
let userName: string;
let security: Actor;

const tryIn = (given: string, changes: { userName?: string; address?: string } = {}) =>
  signIn({ userName, password: given, address, userAgent: 'test', ...changes });

const fail = (times: number, changes: { userName?: string; address?: string } = {}) =>
  Promise.all(Array.from({ length: times }, () => tryIn('falsch', changes)));

const accountId = async () =>
  (await one<{ id: string }>('SELECT id FROM "Account" WHERE "userName" = $1', [userName])).id;

beforeAll(async () => {
  await setDemonstrationClock(now);
  security = await makeAccount('security_administrator');
});

beforeEach(async () => {
  await sql('DELETE FROM "SignInCounter"');
  await sql('DELETE FROM "EventCount"');
  userName = `person-${randomUUID().slice(0, 8)}`;
  granted(await createAccount({ userName, displayName: '试验员', roles: ['reviewer'], agencyCode: null, password }));
});

test('refused sign-ins are one event for each kind, name, address and quarter of an hour, with their number', async () => {
  const auditor = await makeAccount('auditor');
  // Both windows of a run that begins at the end of one quarter of an hour are counted.
  const recorded = async () => {
    const events = (await listAccountEvents(auditor)) ?? [];
    const times = (name: string) =>
      events.filter((event) => event.name === name && event.userName === userName).map((event) => event.times);
    return { failed: times('sign-in-failed'), locked: times('sign-in-locked') };
  };
  await fail(40);
  await fail(60);
  const sum = (numbers: number[]) => numbers.reduce((total, each) => total + each, 0);
  await vi.waitFor(async () => expect(sum((await recorded()).locked)).toBe(95), 10_000);
  const { failed, locked } = await recorded();
  expect(sum(failed)).toBe(5);
  expect(failed.length + locked.length).toBeLessThanOrEqual(4);
});

test('an address that is refused in all is one event, whatever names it tries', async () => {
  const many = { address: '10.2.2.2' };
  await Promise.all(Array.from({ length: 50 }, (_, index) => fail(1, { ...many, userName: `${userName}-${index}` })));
  await Promise.all(Array.from({ length: 50 }, (_, index) => fail(1, { ...many, userName: `${userName}+${index}` })));
  const counted = () =>
    sql<{ count: number; detail: object }>(
      `SELECT c.count, e.detail FROM "EventCount" c JOIN "Event" e ON e.id = c."eventId"
       WHERE c.name = 'sign-in-locked' AND c."addressKey" = '10.2.2.2'`,
    );
  const times = async () => (await counted()).reduce((total, { count }) => total + count, 0);
  await vi.waitFor(async () => expect(await times()).toBe(50), 10_000);
  const events = await counted();
  // Two where the run meets the end of a quarter of an hour.
  expect(events.length).toBeLessThanOrEqual(2);
  for (const { detail } of events) expect(detail).toEqual({ userName: '' });
});

test('a wrong current password at a change of the password is recorded with its account', async () => {
  const { sessionId } = granted(await tryIn(password));
  const change = { sessionId, currentPassword: 'falsch', newPassword: 'Neu-Neu-2021', address };
  const actor = { accountId: await accountId(), roles: ['reviewer' as const] };
  expect(codeOf(await changePassword(actor, change))).toBe('wrong-password');
  const event = await one(
    `SELECT e."accountId", e.address, c.count FROM "Event" e JOIN "EventCount" c ON c."eventId" = e.id
     WHERE e.name = 'password-change-failed'`,
  );
  expect(event).toEqual({ accountId: actor.accountId, address, count: 1 });
});

test('the security administrator sees what is locked and lets it in again, and the record says so', async () => {
  await fail(5);
  const [lock] = (await listSignInLocks(security)) ?? [];
  expect(lock).toMatchObject({ addressKey: address, userName, device: '', wrong: 5 });
  expect(granted(await unlockSignIn(lock ?? { userName }, { actor: security, address: '10.9.9.9' }))).toBe(1);
  expect(await listSignInLocks(security)).toEqual([]);
  granted(await tryIn(password));
  const event = await one(`SELECT "accountId", address, detail FROM "Event" WHERE name = 'sign-in-unlocked'`);
  const detail = { addressKey: address, userName, device: false, wrong: 5 };
  expect(event).toEqual({ accountId: security.accountId, address: '10.9.9.9', detail });
});

test('an operator lifts everything of an account or of an address', async () => {
  await fail(5);
  await fail(5, { address: '10.3.3.3' });
  await fail(5, { userName: `${userName}-other` });
  const operator = { actor: null, address: '' };
  expect(granted(await unlockSignIn({ userName: userName.toUpperCase() }, operator))).toBe(2);
  granted(await tryIn(password, { address: '10.3.3.3' }));
  expect(granted(await unlockSignIn({ addressKey: address }, operator))).toBe(2);
  expect(codeOf(await unlockSignIn({ addressKey: address }, operator))).toBe('not-locked');
});

test('nobody but the security administrator sees or lifts a lock', async () => {
  await fail(5);
  for (const role of ['auditor', 'system_administrator', 'coordinator', 'leader', 'reviewer'] as const) {
    const actor = await makeAccount(role);
    expect(await listSignInLocks(actor)).toBeNull();
    expect(codeOf(await unlockSignIn({ userName }, { actor, address: '' }))).toBe('forbidden');
  }
  expect(codeOf(await tryIn(password))).toBe('sign-in-locked');
});

test('signing in anew in the same browser ends the session that it held', async () => {
  const attempt = { userName, password, address, userAgent: 'test' };
  const { sessionId: former } = granted(await signIn(attempt));
  const { sessionId: other } = granted(await signIn(attempt));
  const { sessionId } = granted(await signIn({ ...attempt, formerSessionId: former }));
  const open = await sql<{ id: string }>('SELECT id FROM "Session" WHERE "accountId" = $1 AND "endedAt" IS NULL', [
    await accountId(),
  ]);
  expect(open.map(({ id }) => id).toSorted()).toEqual([other, sessionId].toSorted());
  const ended = await one(`SELECT name FROM "Event" WHERE "accountId" = $1 AND name = 'signed-out'`, [
    await accountId(),
  ]);
  expect(ended).toEqual({ name: 'signed-out' });
});
