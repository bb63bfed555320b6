import { beforeAll, describe, expect, test } from 'vitest';
import { createAccount } from '@/lib/accounts/mutations';
import { type Actor, type DivisionScope, scopeOf } from '@/lib/domain/authorization';
import { listOffices } from '@/lib/offices/data';
import { makeOffice, renameOffice, setOfficeMembers } from '@/lib/offices/mutations';
import { makeAccount } from '../support/accounts';
import { one, sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

const as = (actor: Actor | null) => ({ actor, address: '' });
const officeOf = (code: string) => one<{ id: string; name: string }>('SELECT * FROM "Office" WHERE code = $1', [code]);
const membersOf = async (code: string) =>
  (
    await sql<{ accountId: string }>(
      `SELECT m."accountId" FROM "OfficeMember" m JOIN "Office" o ON o.id = m."officeId" WHERE o.code = $1 ORDER BY 1`,
      [code],
    )
  ).map(({ accountId }) => accountId);

/** An account that holds its role for some offices, by their codes. */
async function memberOf(role: 'coordinator' | 'reviewer' | 'leader', ...codes: string[]): Promise<Actor> {
  const account = await makeAccount(role);
  const offices = await Promise.all(codes.map(async (code) => (await officeOf(code)).id));
  await sql('UPDATE "Account" SET "allOffices" = false WHERE id = $1', [account.accountId]);
  for (const officeId of offices)
    await sql('INSERT INTO "OfficeMember" ("officeId", "accountId") VALUES ($1, $2)', [officeId, account.accountId]);
  return { ...account, offices };
}

const account = (userName: string, role: Actor['roles'][number], offices?: Actor['offices']) =>
  createAccount({
    userName,
    displayName: userName,
    roles: [role],
    agencyCode: null,
    offices,
    password: 'Richtig-2020',
  });

async function officesHeldBy(userName: string) {
  const { allOffices, codes } = await one<{ allOffices: boolean; codes: string }>(
    `SELECT a."allOffices", coalesce(string_agg(o.code, ',' ORDER BY o.code), '') AS codes
     FROM "Account" a LEFT JOIN "OfficeMember" m ON m."accountId" = a.id LEFT JOIN "Office" o ON o.id = m."officeId"
     WHERE a."userName" = $1 GROUP BY a.id`,
    [userName],
  );
  return allOffices ? 'all' : codes;
}

let first: Actor;

beforeAll(async () => {
  granted(await account('before-any', 'coordinator'));
  granted(await makeOffice({ code: 'keji', name: '科技处' }, as(null)));
  granted(await account('of-the-only', 'reviewer'));
  granted(await makeOffice({ code: 'shuju', name: '数据处' }, as(null)));
  first = await memberOf('coordinator', 'keji', 'shuju');
});

describe('the offices of a new account', () => {
  test('before there is an office a role of the division is held for all, then for the only one', async () => {
    expect(await officesHeldBy('before-any')).toBe('all');
    expect(await officesHeldBy('of-the-only')).toBe('keji');
  });

  test('where there are several, they have to be named', async () => {
    expect(codeOf(await account('unnamed', 'leader'))).toBe('office-required');
    expect(codeOf(await account('unnamed', 'leader', ['keji', 'nowhere']))).toBe('office-unknown');
    granted(await account('of-both', 'leader', ['keji', 'shuju']));
    granted(await account('of-all', 'leader', 'all'));
    expect([await officesHeldBy('of-both'), await officesHeldBy('of-all')]).toEqual(['keji,shuju', 'all']);
  });

  test('an administrator belongs to none', async () => {
    expect(codeOf(await account('auditor-1', 'auditor', ['keji']))).toBe('role-has-no-office');
    granted(await account('auditor-1', 'auditor'));
    expect(await officesHeldBy('auditor-1')).toBe('');
  });
});

describe('whoever keeps the offices', () => {
  test('is a coordinator of every office there is, and belongs to the one that he makes', async () => {
    granted(await makeOffice({ code: 'zonghe', name: '综合处' }, as(first)));
    expect(await membersOf('zonghe')).toEqual([first.accountId]);
    // He still acts with the offices that his session had before.
    expect(codeOf(await makeOffice({ code: 'dangban', name: '党办' }, as(first)))).toBe('forbidden');
    first = { ...first, offices: [...first.offices, (await officeOf('zonghe')).id] };
  });

  test.each([
    ['a coordinator of one office', () => memberOf('coordinator', 'keji')],
    ['a reviewer of all offices', () => makeAccount('reviewer')],
    ['a leader of all offices', () => makeAccount('leader')],
    ['an auditor', () => makeAccount('auditor')],
  ] as const)('%s may not', async (_who, actorOf) => {
    const [actor, { id }] = [await actorOf(), await officeOf('keji')];
    expect(codeOf(await makeOffice({ code: 'x', name: '某处' }, as(actor)))).toBe('forbidden');
    expect(codeOf(await renameOffice({ officeId: id, name: '某处' }, as(actor)))).toBe('forbidden');
    expect(codeOf(await setOfficeMembers({ officeId: id, accountIds: [] }, as(actor)))).toBe('forbidden');
    expect((await officeOf('keji')).name).toBe('科技处');
  });

  test('gives an office another name, which no other has, and the record keeps both', async () => {
    const { id } = await officeOf('keji');
    expect(codeOf(await renameOffice({ officeId: id, name: '数据处' }, as(first)))).toBe('office-exists');
    granted(await renameOffice({ officeId: id, name: '科技创新处' }, as(first)));
    expect((await officeOf('keji')).name).toBe('科技创新处');
    const event = await one<{ detail: object }>(`SELECT detail FROM "Event" WHERE name = 'office-renamed'`);
    expect(event.detail).toEqual({ officeId: id, before: '科技处', after: '科技创新处' });
    expect(codeOf(await makeOffice({ code: 'keji', name: '别处' }, as(first)))).toBe('office-exists');
  });

  test('says who belongs, but leaves no office without a coordinator', async () => {
    const { id } = await officeOf('shuju');
    const reviewer = await memberOf('reviewer');
    await sql(`UPDATE "Account" SET "allOffices" = false WHERE "userName" = 'before-any'`);
    const set = (...accountIds: string[]) => setOfficeMembers({ officeId: id, accountIds }, as(first));
    expect(codeOf(await set(reviewer.accountId))).toBe('office-without-coordinator');
    const officer = await makeAccount('auditor');
    expect(codeOf(await set(first.accountId, officer.accountId))).toBe('not-found');
    granted(await set(first.accountId, reviewer.accountId));
    expect(await membersOf('shuju')).toEqual([first.accountId, reviewer.accountId].toSorted());
  });
});

test('each sees the offices for which he holds his role', async () => {
  const codesSeenBy = async (actor: Actor) =>
    (await listOffices(scopeOf(actor) as DivisionScope)).map(({ code }) => code);
  expect(await codesSeenBy(await memberOf('reviewer', 'shuju'))).toEqual(['shuju']);
  expect(await codesSeenBy(await makeAccount('leader'))).toEqual(['keji', 'shuju', 'zonghe']);
});
