import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAccount, type SignInAttempt, signIn } from '@/lib/accounts/mutations';
import { takeTry } from '@/lib/server/session/sign-in-limit';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { one, sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

const password = 'Richtig-2020';
let userName: string;
let count = 0;

const attempt = (changes: Partial<SignInAttempt> = {}): SignInAttempt => ({
  userName,
  password,
  address: '',
  userAgent: 'test',
  ...changes,
});

const fail = (times: number, changes: Partial<SignInAttempt> = {}) =>
  Promise.all(Array.from({ length: times }, () => signIn(attempt({ password: 'falsch', ...changes }))));

beforeAll(() => setDemonstrationClock(now));

beforeEach(async () => {
  count += 1;
  userName = `person${count}`;
  granted(await createAccount({ userName, displayName: '试验员', roles: ['reviewer'], agencyCode: null, password }));
});

describe('failures to sign in', () => {
  const lock = () =>
    one<{ minutes: number }>(
      `SELECT extract(epoch FROM expire - clock_timestamp()) / 60 AS minutes FROM "SignInFailure" WHERE key = $1`,
      [`account:${userName}`],
    );

  test('after five failures the right password is refused too, for fifteen minutes of real time', async () => {
    await fail(5);
    const refused = await signIn(attempt());
    expect(refused).toEqual({ ok: false, refusal: { code: 'sign-in-locked', minutes: 15 } });
    const { minutes } = await lock();
    expect(Number(minutes)).toBeGreaterThan(14);
    expect(Number(minutes)).toBeLessThanOrEqual(15);
  });

  test('the fifth failure locks for fifteen minutes, however long ago the first was', async () => {
    await fail(4);
    await sql(`UPDATE "SignInFailure" SET expire = expire - interval '14 min' WHERE key = $1`, [`account:${userName}`]);
    await fail(1);
    expect(Number((await lock()).minutes)).toBeGreaterThan(14);
  });

  test('after four failures the fifth attempt may still succeed', async () => {
    await fail(4);
    granted(await signIn(attempt()));
  });

  test('an unknown user name is locked after five failures like a known one', async () => {
    const unknown = { userName: `${userName}-unknown` };
    await fail(5, unknown);
    expect(codeOf(await signIn(attempt(unknown)))).toBe('sign-in-locked');
  });

  test('a success resets the count of failures', async () => {
    await fail(4);
    granted(await signIn(attempt()));
    await fail(4);
    granted(await signIn(attempt()));
  });

  test('attempts during the lock do not make it longer', async () => {
    await fail(6);
    await sql(`UPDATE "SignInFailure" SET expire = expire - interval '5 minutes' WHERE key = $1`, [
      `account:${userName}`,
    ]);
    await fail(3);
    expect(Number((await lock()).minutes)).toBeLessThanOrEqual(10);
  });

  test('the lock ends after its fifteen minutes', async () => {
    await fail(6);
    await sql(`UPDATE "SignInFailure" SET expire = now() - interval '1 s' WHERE key = $1`, [`account:${userName}`]);
    granted(await signIn(attempt()));
  });

  test('of twelve attempts at once only five are checked', async () => {
    const codes = (await fail(12)).map(codeOf);
    expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(5);
    expect(codes.filter((code) => code === 'sign-in-locked')).toHaveLength(7);
  });
});

describe('failures from one address', () => {
  test('an address is locked after fifty failures, whatever names it tries', async () => {
    const address = '10.9.9.9';
    const tries = await Promise.all(Array.from({ length: 50 }, (_, index) => takeTry(`${userName}-${index}`, address)));
    expect(new Set(tries)).toEqual(new Set([0]));
    expect(await takeTry(`${userName}-next`, address)).toBe(15);
    expect(await takeTry(`${userName}-next`, '10.9.9.8')).toBe(0);
  });

  test('successful sign-ins do not count against their address', async () => {
    const address = '10.8.8.8';
    await Promise.all(Array.from({ length: 49 }, (_, index) => takeTry(`${userName}-${index}`, address)));
    granted(await signIn(attempt({ address })));
    granted(await signIn(attempt({ address })));
    granted(await signIn(attempt({ address })));
  });
});
