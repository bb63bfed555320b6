import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAccount, type NewAccount, type SignInAttempt, signIn } from '@/lib/accounts/mutations';
import { isPasswordStrong } from '@/lib/domain/accounts/password-policy';
import type { Role } from '@/lib/domain/authorization';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { makeReport } from '../support/reports';
import { one, type Row, sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

const password = 'Richtig-2020';
let agencyCode: string;
let userName: string;
let count = 0;

const account = (changes: Partial<NewAccount> = {}): NewAccount => ({
  userName,
  displayName: '试验员',
  roles: ['reviewer'],
  agencyCode: null,
  password,
  ...changes,
});

const attempt = (changes: Partial<SignInAttempt> = {}): SignInAttempt => ({
  userName,
  password,
  address: '',
  userAgent: 'test',
  ...changes,
});

beforeAll(async () => {
  await setDemonstrationClock(now);
  const { agencyId } = await makeReport();
  agencyCode = (await one<{ code: string }>('SELECT code FROM "Agency" WHERE id = $1', [agencyId])).code;
});

beforeEach(() => {
  count += 1;
  userName = `person${count}`;
});

describe('creating an account', () => {
  const stored = () => one<Row & { passwordHash: string }>('SELECT * FROM "Account" WHERE "userName" = $1', [userName]);

  test('an account gets a strong one-time password that must be changed', async () => {
    const { oneTimePassword } = granted(await createAccount(account({ password: undefined })));
    expect(isPasswordStrong(oneTimePassword, userName, 12)).toBe(true);
    expect(await stored()).toMatchObject({ mustChangePassword: true, roles: '{reviewer}', agencyId: null });
  });

  test('an account stores an argon2id hash, and neither it nor the event has the password', async () => {
    granted(await createAccount(account()));
    expect((await stored()).passwordHash).toMatch(/^\$argon2id\$/);
    const event = await one(`SELECT * FROM "Event" WHERE name = 'account-created' AND detail->>'userName' = $1`, [
      userName,
    ]);
    expect(JSON.stringify(event)).not.toContain(password);
  });

  test.each([
    ['no role', { roles: [] }, 'roles-exclude-each-other'],
    ['an administrator’s role beside another', { roles: ['auditor', 'leader'] }, 'roles-exclude-each-other'],
    ['an agency’s role beside the division’s', { roles: ['reporter', 'reviewer'] }, 'roles-exclude-each-other'],
    ['a reporter without an agency', { roles: ['reporter'] }, 'role-needs-agency'],
    ['a reviewer with an agency', { agencyCode: 'T' }, 'role-needs-agency'],
    ['an agency that does not exist', { roles: ['reporter'], agencyCode: 'nowhere' }, 'agency-unknown'],
  ] as [string, Partial<NewAccount>, string][])(
    'an account with %s is refused, and nothing is stored',
    async (_title, changes, code) => {
      expect(codeOf(await createAccount(account(changes)))).toBe(code);
      expect(await sql('SELECT id FROM "Account" WHERE "userName" = $1', [userName])).toEqual([]);
    },
  );

  test('an account of an agency is created with the code of the agency', async () => {
    const roles: Role[] = ['reporter', 'approver'];
    granted(await createAccount(account({ roles, agencyCode })));
    expect((await stored()).agencyId).not.toBeNull();
  });

  test('a user name that is taken is refused, also when two ask for it at the same time', async () => {
    const results = await Promise.all([createAccount(account()), createAccount(account())]);
    expect(results.map(codeOf).toSorted()).toEqual(['account-exists', null]);
    expect(codeOf(await createAccount(account()))).toBe('account-exists');
  });
});

describe('signing in', () => {
  test('signing in opens a session', async () => {
    granted(await createAccount(account()));
    const { sessionId } = granted(await signIn(attempt({ address: '10.1.2.3' })));
    expect(await one('SELECT address, "userAgent", "endedAt" FROM "Session" WHERE id = $1', [sessionId])).toEqual({
      address: '10.1.2.3',
      userAgent: 'test',
      endedAt: null,
    });
  });

  test('a wrong password, an unknown user name and a closed account get the same refusal', async () => {
    granted(await createAccount(account()));
    const closed = `${userName}-closed`;
    granted(await createAccount(account({ userName: closed })));
    await sql('UPDATE "Account" SET "closedAt" = now() WHERE "userName" = $1', [closed]);
    const refusals = await Promise.all([
      signIn(attempt({ password: 'falsch' })),
      signIn(attempt({ userName: `${userName}-unknown` })),
      signIn(attempt({ userName: closed })),
    ]);
    expect(new Set(refusals.map((refusal) => JSON.stringify(refusal)))).toEqual(
      new Set([JSON.stringify({ ok: false, refusal: { code: 'wrong-password' } })]),
    );
    const events = await sql(`SELECT DISTINCT name FROM "Event" WHERE detail->>'userName' LIKE $1`, [`${userName}%`]);
    expect(events.map(({ name }) => name).toSorted()).toEqual(['account-created', 'sign-in-failed']);
  });
});
