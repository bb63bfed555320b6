import { randomUUID } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { changePassword, createAccount, signIn, signOut } from '@/lib/accounts/mutations';
import type { Role } from '@/lib/domain/authorization';
import { keptTextsKey } from '@/lib/server/session/kept-texts-key';
import { readSessionCookie, sessionCookieName } from '@/lib/server/session/session-cookie';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { one, sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

const password = 'Richtig-2020';
const secret = 'a secret of forty characters for the test';
let accountId: string;
let userName: string;

async function makePerson(roles: Role[] = ['reviewer']) {
  userName = `person-${randomUUID().slice(0, 8)}`;
  granted(await createAccount({ userName, displayName: '试验员', roles, agencyCode: null, password }));
  accountId = (await one<{ id: string }>('SELECT id FROM "Account" WHERE "userName" = $1', [userName])).id;
}

const open = async (given = password) =>
  granted(await signIn({ userName, password: given, address: '', userAgent: '' })).sessionId;

const isOpen = async (sessionId: string) =>
  (await one<{ endedAt: Date | null }>('SELECT "endedAt" FROM "Session" WHERE id = $1', [sessionId])).endedAt === null;

beforeAll(async () => {
  vi.stubEnv('AUTH_SECRET', secret);
  await setDemonstrationClock(now);
});

beforeEach(() => makePerson());

test('the key of kept texts is the same at every sign-in of an account, and another for every other account', () => {
  const key = keptTextsKey(accountId);
  expect(Buffer.from(key, 'base64')).toHaveLength(32);
  expect(keptTextsKey(accountId)).toBe(key);
  expect(keptTextsKey(randomUUID())).not.toBe(key);
});

describe('signing out', () => {
  test('signing out ends this session on the server by the real clock, and no other session', async () => {
    const [ended, other] = [await open(), await open()];
    await signOut({ id: ended, accountId, address: '' });
    expect([await isOpen(ended), await isOpen(other)]).toEqual([false, true]);
    const { isReal } = await one<{ isReal: boolean }>(
      `SELECT "endedAt" BETWEEN clock_timestamp() - interval '1 hour' AND clock_timestamp() + interval '1 hour' AS "isReal"
       FROM "Session" WHERE id = $1`,
      [ended],
    );
    expect(isReal).toBe(true);
  });

  test('signing out is recorded', async () => {
    await signOut({ id: await open(), accountId, address: '' });
    const events = await sql('SELECT name FROM "Event" WHERE "accountId" = $1 ORDER BY id', [accountId]);
    expect(events).toEqual([{ name: 'signed-in' }, { name: 'signed-out' }]);
  });
});

describe('changing the password', () => {
  const change = (sessionId: string, newPassword: string, currentPassword = password, roles: Role[] = ['reviewer']) =>
    changePassword({ accountId, roles }, { sessionId, currentPassword, newPassword, address: '' });

  test('changing the password ends all other sessions and keeps this one', async () => {
    const [here, elsewhere, alsoElsewhere] = [await open(), await open(), await open()];
    granted(await change(here, 'Neu-Neu-2021'));
    expect([await isOpen(here), await isOpen(elsewhere), await isOpen(alsoElsewhere)]).toEqual([true, false, false]);
  });

  test('changing the password ends no session of another person', async () => {
    const [stranger, strangerName] = [await open(), userName];
    await makePerson();
    granted(await change(await open(), 'Neu-Neu-2021'));
    expect([await isOpen(stranger), userName === strangerName]).toEqual([true, false]);
  });

  test('after a change the new password is accepted and the old one is not', async () => {
    granted(await change(await open(), 'Neu-Neu-2021'));
    expect(codeOf(await signIn({ userName, password, address: '', userAgent: '' }))).toBe('wrong-password');
    await open('Neu-Neu-2021');
  });

  test('changing a one-time password ends the duty to change it', async () => {
    await sql('UPDATE "Account" SET "mustChangePassword" = true WHERE id = $1', [accountId]);
    granted(await change(await open(), 'Neu-Neu-2021'));
    expect(await one('SELECT "mustChangePassword" FROM "Account" WHERE id = $1', [accountId])).toEqual({
      mustChangePassword: false,
    });
  });

  test.each([
    ['a wrong current password', 'Neu-Neu-2021', 'falsch', 'wrong-password'],
    ['a weak one', 'schwach', password, 'password-too-weak'],
    ['the same again', password, password, 'password-too-weak'],
  ])('a password change with %s fails, and no session ends', async (_title, newPassword, currentPassword, code) => {
    const sessions = [await open(), await open()];
    expect(codeOf(await change(sessions[0] ?? '', newPassword, currentPassword))).toBe(code);
    expect(await Promise.all(sessions.map(isOpen))).toEqual([true, true]);
  });

  test('the password of an administrator needs twelve characters', async () => {
    await makePerson(['auditor']);
    const refused = await change(await open(), 'Neu-Neu-21', password, ['auditor']);
    expect(refused).toEqual({ ok: false, refusal: { code: 'password-too-weak', length: 12 } });
  });

  test('changing the password is locked after five wrong attempts, as sign-in is', async () => {
    const sessionId = await open();
    for (let count = 0; count < 5; count += 1) await change(sessionId, 'Neu-Neu-2021', 'falsch');
    expect(codeOf(await change(sessionId, 'Neu-Neu-2021'))).toBe('sign-in-locked');
  });
});

describe('the session cookie', () => {
  const cookie = (changes: { secret?: string; salt?: string; maxAge?: number; token?: object } = {}) =>
    encode({ token: { sessionId: 'the-session' }, secret, salt: sessionCookieName(), maxAge: 3600, ...changes });

  test('the session cookie names its session', async () => {
    expect(await readSessionCookie(await cookie())).toBe('the-session');
  });

  test('a cookie that is forged, made for another purpose, expired or damaged names no session', async () => {
    expect(await readSessionCookie(await cookie({ secret: 'another secret of some forty characters!' }))).toBeNull();
    expect(await readSessionCookie(await cookie({ salt: 'another-cookie' }))).toBeNull();
    expect(await readSessionCookie(await cookie({ maxAge: -3600 }))).toBeNull();
    expect(await readSessionCookie((await cookie()).slice(0, -8))).toBeNull();
    expect(await readSessionCookie('')).toBeNull();
  });

  test('a cookie is of no use under the name of another', async () => {
    expect(await readSessionCookie(await cookie(), '__Host-portal-session')).toBeNull();
    const prefixed = await cookie({ salt: '__Host-portal-session' });
    expect(await readSessionCookie(prefixed, '__Host-portal-session')).toBe('the-session');
    expect(await readSessionCookie(prefixed, 'portal-session')).toBeNull();
  });

  test('a cookie without the id of a session is refused', async () => {
    expect(await readSessionCookie(await cookie({ token: { sub: 'somebody' } }))).toBeNull();
    expect(await readSessionCookie(await cookie({ token: { sessionId: 7 } }))).toBeNull();
  });
});
