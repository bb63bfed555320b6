import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { signIn } from '@/lib/accounts/mutations';
import { listAgencyOfficers, listOfficerEvents, listOfficers } from '@/lib/accounts/officers/data';
import {
  giveRole,
  handOverRole,
  type OfficersContext,
  switchSignOff,
  takeRole,
} from '@/lib/accounts/officers/mutations';
import { type Actor, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { fileReport, requestSignOff } from '@/lib/filing/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { type MadeReport, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { by, codeOf, granted } from '../support/writing';

const reason = '单位来函：原单位审核人调离';
let report: MadeReport;
let reporter: Actor & { userName: string };
let coordinator: Actor;
let division: ReportScope & { kind: 'all' };

const as = (actor: Actor, more: Partial<OfficersContext> = {}): OfficersContext => ({
  ...{ actor, address: '10.0.0.7', agencyId: report.agencyId, reason },
  ...more,
});
const newcomer = () => ({ userName: `newcomer-${report.id.slice(0, 8)}`, displayName: '新任审核人' });

const rolesHeld = async () =>
  (await listOfficers(division, report.agencyId)).map(({ displayName, roles }) => `${displayName}: ${roles.join(' ')}`);
const everyAccount = () => sql('SELECT * FROM "Account" ORDER BY id');

beforeAll(async () => {
  coordinator = await makeAccount('coordinator');
  division = scopeOf(coordinator) as typeof division;
});

beforeEach(async () => {
  await setDemonstrationClock(now);
  report = await makeReport();
  reporter = await makeAccount('reporter', report.agencyId);
});

describe('an agency without an approver', () => {
  test('gets one from the coordinator, with a one-time password that is in the answer only', async () => {
    const opened = granted(await giveRole({ role: 'approver', to: newcomer() }, as(coordinator)));
    granted(await switchSignOff(true, as(coordinator)));
    const { oneTimePassword: password = '' } = opened ?? {};
    granted(await signIn({ userName: newcomer().userName, password, address: '', userAgent: '' }));
    expect(await rolesHeld()).toEqual([`${reporter.displayName}: reporter`, '新任审核人: approver']);
    const approver = await one<{ id: string }>('SELECT id FROM "Account" WHERE "userName" = $1', [newcomer().userName]);
    granted(await requestSignOff(report.id, by(reporter, 7)));
    const actor: Actor = {
      accountId: approver.id,
      displayName: '新任审核人',
      offices: [],
      roles: ['approver'],
      agencyId: report.agencyId,
    };
    granted(await fileReport(report.id, by(actor, 8)));
  });

  test('reads in its own changes who acted for it and why', async () => {
    granted(await giveRole({ role: 'approver', to: reporter.accountId }, as(coordinator)));
    granted(await switchSignOff(true, as(coordinator)));
    const events = await listOfficerEvents(scopeOf(reporter));
    expect(events.map(({ name, by: who, detail }) => [name, who, detail.reason])).toEqual([
      ['sign-off-set', coordinator.displayName, reason],
      ['role-given', coordinator.displayName, reason],
    ]);
  });

  test('stands in the list of the division with nobody among the approvers', async () => {
    const { agencies } = await listAgencyOfficers(division, { search: report.agencyId.slice(0, 8), page: 1, size: 50 });
    expect(agencies).toMatchObject([{ reporters: [reporter.displayName], approvers: [], signOffRequired: false }]);
  });
});

describe('the rules for the coordinator', () => {
  test('a role of an officer who is away is handed to a new person, and a waiting report is signed off', async () => {
    const away = await makeAccount('approver', report.agencyId);
    await sql('UPDATE "Agency" SET "signOffRequired" = true WHERE id = $1', [report.agencyId]);
    granted(await requestSignOff(report.id, by(reporter, 7)));
    granted(await handOverRole({ role: 'approver', from: away.accountId, to: newcomer() }, as(coordinator)));
    expect(await rolesHeld()).toEqual([`${reporter.displayName}: reporter`, '新任审核人: approver']);
  });

  test('without a reason nothing changes', async () => {
    const before = await everyAccount();
    const codes = [
      await giveRole({ role: 'approver', to: reporter.accountId }, as(coordinator, { reason: ' ' })),
      await giveRole({ role: 'approver', to: newcomer() }, as(coordinator, { reason: undefined })),
      await switchSignOff(true, as(coordinator, { reason: '' })),
    ].map(codeOf);
    expect(codes).toEqual(['reason-required', 'reason-required', 'reason-required']);
    expect(await everyAccount()).toEqual(before);
  });

  test('the last officer and a required approver stay, as for the agency itself', async () => {
    const take = takeRole({ role: 'reporter', from: reporter.accountId }, as(coordinator));
    expect(codeOf(await take)).toBe('last-officer');
  });

  test('accounts of the division and administrators are none of an agency, and cannot be touched', async () => {
    const before = await everyAccount();
    const others = [await makeAccount('reviewer'), await makeAccount('auditor'), coordinator];
    for (const { accountId } of others) {
      expect(codeOf(await giveRole({ role: 'approver', to: accountId }, as(coordinator)))).toBe('not-found');
      expect(codeOf(await takeRole({ role: 'approver', from: accountId }, as(coordinator)))).toBe('not-found');
    }
    expect((await everyAccount()).length).toBe(before.length + 2);
  });

  test('reviewer, leader, administrator and an officer of another agency are refused, whatever agency they name', async () => {
    const other = await makeReport();
    const actors = [
      await makeAccount('approver', other.agencyId),
      await makeAccount('reviewer'),
      await makeAccount('leader'),
      await makeAccount('system_administrator'),
    ];
    const before = await everyAccount();
    for (const actor of actors)
      expect(codeOf(await giveRole({ role: 'approver', to: reporter.accountId }, as(actor)))).toBe('forbidden');
    expect(await everyAccount()).toEqual(before);
  });
});
