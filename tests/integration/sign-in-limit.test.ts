import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changePassword, createAccount, type SignInAttempt, signIn } from '@/lib/accounts/mutations';
import { deviceDigest } from '@/lib/server/session/device-cookie';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { one, sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

const password = 'Richtig-2020';
const here = '10.1.1.1';
const elsewhere = '10.1.1.2';
let userName: string;

const attempt = (changes: Partial<SignInAttempt> = {}): SignInAttempt => ({
  userName,
  password,
  address: here,
  userAgent: 'test',
  ...changes,
});

const tryIn = (changes: Partial<SignInAttempt> = {}) => signIn(attempt(changes));

const fail = (times: number, changes: Partial<SignInAttempt> = {}) =>
  Promise.all(Array.from({ length: times }, () => tryIn({ password: 'falsch', ...changes })));

async function makePerson(): Promise<string> {
  const name = `person-${randomUUID().slice(0, 8)}`;
  granted(
    await createAccount({ userName: name, displayName: '试验员', roles: ['reviewer'], agencyCode: null, password }),
  );
  return name;
}

const newDevice = () => deviceDigest(randomUUID());

/** Lets the counters be as old as if so many minutes had gone by. */
const age = (minutes: number) =>
  sql(
    `UPDATE "SignInCounter" SET "expiresAt" = "expiresAt" - $1::interval,
       wrong = ARRAY(SELECT at - $1::interval FROM unnest(wrong) AS at)`,
    [`${minutes} minutes`],
  );

beforeAll(() => setDemonstrationClock(now));

beforeEach(async () => {
  await sql('DELETE FROM "SignInCounter"');
  userName = await makePerson();
});

describe('wrong passwords of one address against one account', () => {
  test('after five the right password is refused too, for fifteen minutes', async () => {
    await fail(5);
    expect(await tryIn()).toEqual({ ok: false, refusal: { code: 'sign-in-locked', minutes: 15 } });
    await age(14);
    expect(await tryIn()).toEqual({ ok: false, refusal: { code: 'sign-in-locked', minutes: 1 } });
    await age(1);
    granted(await tryIn());
  });

  test('they keep the person out nowhere else', async () => {
    await fail(5);
    granted(await tryIn({ address: elsewhere }));
  });

  test('of sixty at once five are looked at', async () => {
    const codes = (await fail(60)).map(codeOf);
    expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(5);
    expect(codes.filter((code) => code === 'sign-in-locked')).toHaveLength(55);
  });

  test('an unknown user name is refused after five like a known one', async () => {
    const unknown = { userName: `${userName}-unknown` };
    expect((await fail(5, unknown)).map(codeOf)).toEqual(Array(5).fill('wrong-password'));
    expect(await tryIn(unknown)).toEqual({ ok: false, refusal: { code: 'sign-in-locked', minutes: 15 } });
  });

  test('a right password begins the count anew', async () => {
    await fail(4);
    granted(await tryIn());
    await fail(4);
    granted(await tryIn());
  });

  test('what is refused does not make the lock longer', async () => {
    await fail(5);
    await age(5);
    await fail(3);
    expect(await tryIn()).toEqual({ ok: false, refusal: { code: 'sign-in-locked', minutes: 10 } });
  });

  test('an IPv6 network counts as one address, and an IPv4 address in both spellings', async () => {
    await fail(3, { address: '2001:db8:1:2::1' });
    await fail(2, { address: '2001:db8:1:2:ffff::9' });
    expect(codeOf(await tryIn({ address: '2001:db8:1:2::77' }))).toBe('sign-in-locked');
    granted(await tryIn({ address: '2001:db8:1:3::1' }));
    await fail(5, { address: '::ffff:10.7.7.7' });
    expect(codeOf(await tryIn({ address: '10.7.7.7' }))).toBe('sign-in-locked');
  });
});

describe('wrong passwords of one address in all', () => {
  const failOverNames = (times: number) =>
    Promise.all(
      Array.from({ length: times }, (_, index) => tryIn({ userName: `${userName}-${index}`, password: 'falsch' })),
    );

  test('an address is refused after fifty, whatever names it tries, and no other address is', async () => {
    const codes = (await failOverNames(60)).map(codeOf);
    expect(codes.filter((code) => code === 'wrong-password')).toHaveLength(50);
    expect(codeOf(await tryIn())).toBe('sign-in-locked');
    granted(await tryIn({ address: elsewhere }));
  });

  test('right passwords are never counted, and colleagues who sign in at once all get in', async () => {
    await failOverNames(49);
    const colleagues = [userName, userName, ...(await Promise.all(Array.from({ length: 10 }, makePerson)))];
    for (const result of await Promise.all(colleagues.map((name) => tryIn({ userName: name })))) granted(result);
    expect(codeOf(await tryIn({ password: 'falsch' }))).toBe('wrong-password');
    expect(codeOf(await tryIn())).toBe('sign-in-locked');
  });
});

describe('a known device', () => {
  test('gets in while its address is refused, and keeps a count of its own', async () => {
    const device = newDevice();
    granted(await tryIn({ device }));
    await fail(5);
    expect(codeOf(await tryIn({ device: newDevice() }))).toBe('sign-in-locked');
    expect((await fail(7, { device })).map(codeOf).filter((code) => code === 'wrong-password')).toHaveLength(5);
    expect(codeOf(await tryIn({ device }))).toBe('sign-in-locked');
    granted(await tryIn({ address: elsewhere }));
  });

  test('is known to the account alone that it has signed in to', async () => {
    const device = newDevice();
    granted(await tryIn({ device, userName: await makePerson() }));
    await fail(5);
    expect(codeOf(await tryIn({ device }))).toBe('sign-in-locked');
  });

  test('is forgotten when the password is changed on another one', async () => {
    const [own, other] = [newDevice(), newDevice()];
    const { sessionId } = granted(await tryIn({ device: own }));
    granted(await tryIn({ device: other }));
    const { id } = await one<{ id: string }>('SELECT id FROM "Account" WHERE "userName" = $1', [userName]);
    const change = { sessionId, currentPassword: password, newPassword: 'Neu-Neu-2021', address: here, device: own };
    granted(await changePassword({ accountId: id, roles: ['reviewer'] }, change));
    await fail(5);
    granted(await tryIn({ device: own, password: 'Neu-Neu-2021' }));
    expect(codeOf(await tryIn({ device: other, password: 'Neu-Neu-2021' }))).toBe('sign-in-locked');
  });

  test('an account keeps the twenty devices that signed in last, and none for longer than half a year', async () => {
    const devices = Array.from({ length: 22 }, newDevice);
    for (const device of devices) granted(await tryIn({ device }));
    const kept = () =>
      sql<{ digest: string }>(
        `SELECT digest FROM "KnownDevice" d JOIN "Account" a ON a.id = d."accountId" WHERE a."userName" = $1
         ORDER BY "signedInAt"`,
        [userName],
      );
    expect((await kept()).map(({ digest }) => digest)).toEqual(devices.slice(2));
    await sql(`UPDATE "KnownDevice" SET "signedInAt" = "signedInAt" - interval '181 days'`);
    granted(await tryIn({ device: devices[0] }));
    expect((await kept()).map(({ digest }) => digest)).toEqual([devices[0]]);
  });
});

test('counters whose time is over are deleted, so that strangers fill no table', async () => {
  await fail(1, { address: '10.3.3.3' });
  await age(16);
  await fail(1);
  expect(await sql('SELECT DISTINCT "addressKey" FROM "SignInCounter"')).toEqual([{ addressKey: here }]);
});
