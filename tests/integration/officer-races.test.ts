import { beforeAll, describe, expect, test } from 'vitest';
import { listOfficerEvents, listOfficers } from '@/lib/accounts/officers/data';
import { handOverRole, type OfficersContext, switchSignOff, takeRole } from '@/lib/accounts/officers/mutations';
import { type Actor, type AgencyRole, scopeOf } from '@/lib/domain/authorization';
import { requestSignOff } from '@/lib/filing/mutations';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { now } from '../support/report-states';
import { makeReport } from '../support/reports';
import { sql } from '../support/sql';
import { by, codeOf } from '../support/writing';

const as = (actor: Actor): OfficersContext => ({ actor, address: '10.0.0.7' });

beforeAll(() => setDemonstrationClock(now));

describe('changes by two approvers at once', () => {
  const rounds = Array.from({ length: 15 }, (_, index) => index);

  test('of two approvers who transfer one role at once, one succeeds and the other is refused', async () => {
    for (const _ of rounds) {
      const raced = await makeReport({ tasks: 1 });
      const account = (role: AgencyRole) => makeAccount(role, raced.agencyId);
      const [author, first, second] = [await account('reporter'), await account('approver'), await account('approver')];
      const results = await Promise.all(
        [first, second].map((each) =>
          handOverRole({ role: 'reporter', from: author.accountId, to: each.accountId }, as(each)),
        ),
      );
      expect(results.map(codeOf).toSorted()).toEqual([null, 'officers-changed']);
      const names = (await listOfficerEvents(scopeOf(first))).map(({ name }) => name);
      expect(names).toEqual(['account-closed', 'role-handed-over']);
    }
  });

  test('of two approvers who take the role of each other at once, one succeeds and the other is refused', async () => {
    for (const _ of rounds) {
      const raced = await makeReport({ tasks: 1, signOffRequired: true });
      const [first, second] = [
        await makeAccount('approver', raced.agencyId),
        await makeAccount('approver', raced.agencyId),
      ];
      const results = await Promise.all([
        takeRole({ role: 'approver', from: second.accountId }, as(first)),
        takeRole({ role: 'approver', from: first.accountId }, as(second)),
      ]);
      expect(results.map(codeOf).toSorted()).toEqual(['forbidden', null]);
      expect(await listOfficers(scopeOf(first))).toHaveLength(1);
    }
  });
});

test('if sign-off is switched off while it is requested, no report waits for a sign-off that is not required', async () => {
  for (let round = 0; round < 15; round += 1) {
    const raced = await makeReport({ signOffRequired: true, tasks: 1 });
    const [author, head] = [
      await makeAccount('reporter', raced.agencyId),
      await makeAccount('approver', raced.agencyId),
    ];
    await Promise.all([requestSignOff(raced.id, by(author, 7)), switchSignOff(false, as(head))]);
    const waits = await sql(
      `SELECT FROM "Report" r JOIN "Agency" a ON a.id = r."agencyId"
       WHERE r.id = $1 AND r.status = 'awaiting_sign_off' AND NOT a."signOffRequired"`,
      [raced.id],
    );
    expect(waits).toEqual([]);
  }
});
