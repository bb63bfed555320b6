import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { changePassword, signIn } from '@/lib/accounts/mutations';
import { listOfficerEvents, listOfficers } from '@/lib/accounts/officers/data';
import {
  giveRole,
  handOverRole,
  type OfficersContext,
  switchSignOff,
  takeRole,
} from '@/lib/accounts/officers/mutations';
import { type Actor, type AgencyRole, scopeOf } from '@/lib/domain/authorization';
import { fileReport, requestSignOff } from '@/lib/filing/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { by, codeOf, granted } from '../support/writing';

let report: MadeReport;
let reporter: Actor & { userName: string };
let approver: Actor & { userName: string };
let count = 0;

const as = (actor: Actor): OfficersContext => ({ actor, address: '10.0.0.7' });
const newcomer = () => {
  count += 1;
  return { userName: `newcomer${count}`, displayName: `新人${count}` };
};

const held = async () =>
  Object.fromEntries((await listOfficers(scopeOf(approver))).map(({ accountId, roles }) => [accountId, roles]));
const eventNames = async () => (await listOfficerEvents(scopeOf(approver))).map(({ name }) => name);

/** Lists all rows that a change of officers could touch, to show that a refusal changes none. */
const everything = () =>
  Promise.all(
    ['Account', 'Session', 'Agency', 'Event'].map((table) => sql(`SELECT * FROM "${table}" t ORDER BY t::text`)),
  );

async function expectNothing(code: string, change: () => Promise<Parameters<typeof codeOf>[0]>) {
  const before = await everything();
  expect(codeOf(await change())).toBe(code);
  expect(await everything()).toEqual(before);
}

beforeAll(() => setDemonstrationClock(now));

beforeEach(async () => {
  report = await makeReport({ signOffRequired: true });
  reporter = await makeAccount('reporter', report.agencyId);
  approver = await makeAccount('approver', report.agencyId);
});

describe('transferring a role', () => {
  test('a role is transferred to another officer during a report, and the history names both and the role', async () => {
    const heir = await makeAccount('approver', report.agencyId);
    granted(await handOverRole({ role: 'reporter', from: reporter.accountId, to: heir.accountId }, as(approver)));
    expect(await held()).toEqual({ [approver.accountId]: ['approver'], [heir.accountId]: ['approver', 'reporter'] });
    const [closed, handedOver] = await listOfficerEvents(scopeOf(approver));
    expect(closed).toMatchObject({ name: 'account-closed', detail: { officer: { userName: reporter.userName } } });
    expect(handedOver).toMatchObject({
      name: 'role-handed-over',
      by: approver.displayName,
      detail: { role: 'reporter', from: { userName: reporter.userName }, to: { userName: heir.userName } },
    });
  });

  test('a transfer keeps the name of the officer who filed a version', async () => {
    granted(await requestSignOff(report.id, by(reporter, 7)));
    granted(await fileReport(report.id, by(approver, 8)));
    const heir = await makeAccount('reporter', report.agencyId);
    granted(await handOverRole({ role: 'approver', from: approver.accountId, to: heir.accountId }, as(approver)));
    expect(
      await one(
        `SELECT c."displayName" AS name FROM "FiledVersion" v JOIN "Account" c ON c.id = v."filedById" WHERE v."reportId" = $1`,
        [report.id],
      ),
    ).toEqual({ name: approver.displayName });
  });

  test('a transfer closes an account without a role left, and ends its sessions at once', async () => {
    await sql('INSERT INTO "Session" (id, "accountId") VALUES (gen_random_uuid(), $1)', [reporter.accountId]);
    granted(await handOverRole({ role: 'reporter', from: reporter.accountId, to: approver.accountId }, as(approver)));
    expect(
      await one(
        `SELECT c."closedAt" IS NOT NULL AS closed, s."endedAt" IS NOT NULL AS ended, roles::text
         FROM "Account" c JOIN "Session" s ON s."accountId" = c.id WHERE c.id = $1`,
        [reporter.accountId],
      ),
    ).toEqual({ closed: true, ended: true, roles: '{reporter}' });
    await expectNothing('officers-changed', () => giveRole({ role: 'reporter', to: reporter.accountId }, as(approver)));
  });
});

describe('a new officer', () => {
  test('a new officer gets an account with a one-time password that is only in the answer and must be changed', async () => {
    const officer = newcomer();
    const opened = granted(
      await handOverRole({ role: 'reporter', from: reporter.accountId, to: officer }, as(approver)),
    );
    expect(opened).toMatchObject(officer);
    const password = opened?.oneTimePassword ?? '';
    expect(password).toMatch(/^[\w]{4}-[\w]{4}-[\w]{5}$/);
    expect(JSON.stringify(await everything())).not.toContain(password);
    expect(await eventNames()).toEqual(['account-closed', 'role-handed-over', 'account-created']);
    const attempt = { userName: officer.userName, password, address: '', userAgent: '' };
    const { sessionId } = granted(await signIn(attempt));
    const stored = await one<{ id: string; agencyId: string; mustChangePassword: boolean }>(
      'SELECT * FROM "Account" WHERE "userName" = $1',
      [officer.userName],
    );
    expect(stored).toMatchObject({ agencyId: report.agencyId, mustChangePassword: true });
    const change = { sessionId, currentPassword: password, newPassword: 'Neu-gewaehlt-1', address: '' };
    granted(await changePassword({ accountId: stored.id, roles: ['reporter'] }, change));
    expect(codeOf(await signIn(attempt))).toBe('wrong-password');
  });

  test('a new officer under a user name that is taken is refused, and nothing changes', async () => {
    const officer = { userName: reporter.userName, displayName: '重名' };
    const given = { role: 'reporter' as const, from: reporter.accountId, to: officer };
    await expectNothing('account-exists', () => handOverRole(given, as(approver)));
  });

  test("a new officer does not get the only approver's own role", async () => {
    const given = { role: 'approver' as const, from: approver.accountId, to: newcomer() };
    await expectNothing('own-role-to-new-officer', () => handOverRole(given, as(approver)));
  });
});

describe('refused changes of officers', () => {
  const role: AgencyRole = 'reporter';

  test('a reporter may not change officers or sign-off', async () => {
    await expectNothing('forbidden', () => giveRole({ role, to: approver.accountId }, as(reporter)));
    await expectNothing('forbidden', () => switchSignOff(false, as(reporter)));
  });

  test('an approver whose role was taken away during the session may not change officers', async () => {
    const former = await makeAccount('approver', report.agencyId);
    granted(await takeRole({ role: 'approver', from: former.accountId }, as(approver)));
    await expectNothing('forbidden', () => giveRole({ role, to: approver.accountId }, as(former)));
  });

  test('accounts of another agency, of the division or of nobody are not found when officers are changed', async () => {
    const elsewhere = await makeAccount('approver', (await makeReport()).agencyId);
    const others = [await makeAccount('reporter', elsewhere.agencyId), await makeAccount('reviewer')];
    for (const { accountId } of [...others, { accountId: '018f0000-0000-7000-8000-00000000dead' }]) {
      await expectNothing('not-found', () => takeRole({ role, from: accountId }, as(approver)));
      await expectNothing('not-found', () => giveRole({ role, to: accountId }, as(approver)));
      const given = { role, from: reporter.accountId, to: accountId };
      await expectNothing('not-found', () => handOverRole(given, as(approver)));
    }
    expect(Object.keys(await held()).toSorted()).toEqual([reporter.accountId, approver.accountId].toSorted());
    expect(await listOfficers(scopeOf(await makeAccount('coordinator')))).toEqual([]);
  });

  test('an agency that requires sign-off keeps its last approver', async () => {
    await expectNothing('last-approver', () => takeRole({ role: 'approver', from: approver.accountId }, as(approver)));
  });
});

describe('the setting of sign-off', () => {
  test('the approver switches sign-off, and the change is recorded', async () => {
    granted(await switchSignOff(false, as(approver)));
    expect(await one('SELECT "signOffRequired" FROM "Agency" WHERE id = $1', [report.agencyId])).toEqual({
      signOffRequired: false,
    });
    expect(await listOfficerEvents(scopeOf(reporter))).toMatchObject([
      { name: 'sign-off-set', by: approver.displayName, detail: { signOffRequired: false } },
    ]);
  });

  test('sign-off is not switched while a report waits for it', async () => {
    granted(await requestSignOff(report.id, by(reporter, 7)));
    await expectNothing('sign-off-under-way', () => switchSignOff(false, as(approver)));
  });
});
