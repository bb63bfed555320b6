import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { listAgencies, listRegister, membersOf } from '@/lib/agencies/data';
import { matchAgency } from '@/lib/domain/agencies/names';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { findAgency, listRegisterEvents } from '@/lib/register/agency/data';
import { notifyOfAgencyChange } from '@/lib/register/changes/job';
import { renameAgency } from '@/lib/register/changes/mutations';
import { deleteGroup, setGroup } from '@/lib/register/groups/mutations';
import { addAgency, changeAgency } from '@/lib/register/mutations';
import type { AgencyRow } from '@/lib/schemas/agencies';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { everywhere } from '../support/everywhere';
import { now } from '../support/report-states';
import { makeAgency, makeReport } from '../support/reports';
import { one, sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

let coordinator: Actor;
const as = (actor: Actor) => ({ actor, now, address: '10.0.0.7' });
const unused = () => `单位${randomUUID().slice(0, 8)}`;

const row = (name: string, rest: Partial<AgencyRow> = {}): AgencyRow => ({
  name,
  shortName: '',
  aliases: [],
  creditCode: '',
  kind: '',
  parentId: null,
  code: '',
  position: null,
  ...rest,
});

async function added(name: string, rest: Partial<AgencyRow> = {}) {
  const { code } = granted(await addAgency(row(name, rest), as(coordinator)));
  const agency = await findAgency(everywhere, code);
  if (!agency) throw new Error('the agency was not stored');
  return agency;
}

/** An office with a coordinator of its own, and a plan that has the agency. */
async function officeWith(agencyId: string): Promise<Actor> {
  const [officeId, other] = [randomUUID(), await makeReport({ agencyId })];
  await sql('INSERT INTO "Office" (id, code, name) VALUES ($1, $2, $2)', [officeId, officeId.slice(0, 8)]);
  await sql('UPDATE "Plan" SET "officeId" = $1 WHERE code = $2', [officeId, other.planCode]);
  await sql(
    `INSERT INTO "PlanAgency" ("planId", "agencyId", number, position)
     SELECT id, $1, '01', 1 FROM "Plan" WHERE code = $2 ON CONFLICT DO NOTHING`,
    [agencyId, other.planCode],
  );
  return { ...(await makeAccount('coordinator')), offices: [officeId] };
}

const details = ({ version, id, ...agency }: NonNullable<Awaited<ReturnType<typeof findAgency>>>) => ({
  agencyId: id,
  version,
  shortName: agency.shortName,
  aliases: agency.aliases,
  creditCode: agency.creditCode,
  kind: agency.kind,
  parentId: agency.parentId,
  position: agency.position,
});

const renaming = (agency: { id: string; version: number }, name: string, on = '2020-04-01') => ({
  agencyId: agency.id,
  version: agency.version,
  name,
  changedOn: civilDate(on),
  reason: '机构改革方案',
});

beforeAll(async () => {
  coordinator = await makeAccount('coordinator');
});

beforeEach(() => setDemonstrationClock(now));

describe('an agency of the register', () => {
  test('gets the next code and the last place, and its record says who added it', async () => {
    const codes = (await listRegister()).map(({ code }) => code);
    const agency = await added(unused(), { kind: '市级部门' });
    expect(codes).not.toContain(agency.code);
    expect(await listRegisterEvents(agency.id)).toEqual([
      expect.objectContaining({ name: 'agency-added', by: coordinator.displayName }),
    ]);
  });

  test('is changed with what was seen; a second change of the same page is refused, and an equal one is not recorded', async () => {
    const agency = await added(unused());
    const change = { ...details(agency), aliases: [`${agency.name}办公室`], kind: '区' };
    granted(await changeAgency(change, as(coordinator)));
    expect(codeOf(await changeAgency(change, as(coordinator)))).toBe('stale');
    granted(await changeAgency({ ...change, version: 1 }, as(coordinator)));
    const [changed, first] = await listRegisterEvents(agency.id);
    expect([changed?.name, changed?.detail.before, changed?.detail.after, first?.name]).toEqual([
      'agency-changed',
      { aliases: [], kind: '' },
      { aliases: [`${agency.name}办公室`], kind: '区' },
      'agency-added',
    ]);
  });

  test('never gets the name, the alias, the code or the credit code of another', async () => {
    const alias = unused();
    const agency = await added(unused(), { aliases: [alias], creditCode: '91350100M000100Y43' });
    for (const [wrong, code] of [
      [row(agency.name), 'agency-name-taken'],
      [row(alias), 'agency-name-taken'],
      [row(unused(), { code: agency.code }), 'agency-code-taken'],
      [row(unused(), { creditCode: '91350100M000100Y43' }), 'credit-code-taken'],
    ] as const)
      expect(codeOf(await addAgency(wrong, as(coordinator)))).toBe(code);
  });

  test('of two that are added at once under one name, one is refused, and both codes are apart', async () => {
    const name = unused();
    const results = await Promise.all([1, 2].map(() => addAgency(row(name), as(coordinator))));
    expect(results.map(codeOf).toSorted()).toEqual(['agency-name-taken', null]);
    const both = await Promise.all([1, 2].map(() => added(unused())));
    expect(new Set(both.map(({ code }) => code)).size).toBe(2);
  });

  test('never stands above itself', async () => {
    const city = await added(unused());
    const district = await added(unused(), { parentId: city.id });
    const street = await added(unused(), { parentId: district.id });
    expect(codeOf(await changeAgency({ ...details(city), parentId: street.id }, as(coordinator)))).toBe(
      'agency-circle',
    );
    const listed = await listAgencies(street.name, now);
    expect(listed.filter(({ isFound }) => isFound).map(({ id }) => id)).toEqual([street.id]);
  });
});

describe('who may change an agency', () => {
  test('a coordinator of an office whose plan has it, and none of another office', async () => {
    const agency = await added(unused());
    const own = await officeWith(agency.id);
    const other = await officeWith(await makeAgency());
    expect(codeOf(await changeAgency({ ...details(agency), kind: '区' }, as(other)))).toBe('forbidden');
    expect(codeOf(await renameAgency(renaming(agency, unused()), as(other)))).toBe('forbidden');
    granted(await changeAgency({ ...details(agency), kind: '区' }, as(own)));
    granted(await renameAgency(renaming({ ...agency, version: 1 }, unused()), as(own)));
  });

  test.each(['reviewer', 'leader', 'reporter', 'approver', 'system_administrator', 'auditor'] as const)(
    'the %s may change nothing of the register',
    async (role) => {
      const agency = await added(unused());
      const isOfAgency = role === 'reporter' || role === 'approver';
      const actor = await makeAccount(role, isOfAgency ? agency.id : null);
      const before = await sql('SELECT * FROM "Agency" ORDER BY id');
      const results = [
        await addAgency(row(unused()), as(actor)),
        await changeAgency({ ...details(agency), kind: '区' }, as(actor)),
        await renameAgency(renaming(agency, unused()), as(actor)),
        await setGroup({ name: unused(), agencyIds: [agency.id] }, as(actor)),
        await deleteGroup({ name: '各区人民政府' }, as(actor)),
      ];
      expect(results.map(codeOf)).toEqual(results.map(() => 'forbidden'));
      expect(await sql('SELECT * FROM "Agency" ORDER BY id')).toEqual(before);
    },
  );
});

describe('a renamed agency', () => {
  test('keeps its code and is still found under its old name', async () => {
    const agency = await added(unused());
    const name = unused();
    granted(await renameAgency(renaming(agency, name), as(coordinator)));
    const after = await findAgency(everywhere, agency.code);
    expect([after?.name, after?.aliases, after?.changes]).toEqual([
      name,
      [agency.name],
      [{ kind: 'renamed', changedOn: '2020-04-01', nameBefore: agency.name, successors: [], reason: '机构改革方案' }],
    ]);
    expect(matchAgency(agency.name, await listRegister())).toEqual({ kind: 'alias', id: agency.id });
  });

  test('has its new name from a day that has come, and not from a later one', async () => {
    const agency = await added(unused());
    const later = renaming(agency, unused(), '2020-04-03');
    expect(codeOf(await renameAgency(later, as(coordinator)))).toBe('agency-change-ahead');
    expect(codeOf(await renameAgency(renaming(agency, agency.name), as(coordinator)))).toBe('agency-name-taken');
  });

  test('of two renamings at once one is refused', async () => {
    const agency = await added(unused());
    const results = await Promise.all([1, 2].map(() => renameAgency(renaming(agency, unused()), as(coordinator))));
    expect(results.map(codeOf).toSorted()).toEqual([null, 'stale'].toSorted());
  });

  test('its officers and the coordinators are notified once, but for the one who renamed it', async () => {
    const agency = await added(unused());
    const reporter = await makeAccount('reporter', agency.id);
    const another = await makeAccount('coordinator');
    granted(await renameAgency(renaming(agency, '市科学技术局'), as(coordinator)));
    const { id } = await one<{ id: string }>(`SELECT max(id)::text AS id FROM "Event" WHERE name = 'agency-renamed'`);
    await Promise.all([notifyOfAgencyChange(id), notifyOfAgencyChange(id)]);
    const messages = await sql<{ accountId: string; subject: string; body: string }>(
      `SELECT "accountId", subject, body FROM "Notification" WHERE cause = 'event/' || $1`,
      [id],
    );
    const of = (actor: Actor) => messages.filter(({ accountId }) => accountId === actor.accountId);
    expect([of(reporter).length, of(another).length, of(coordinator).length]).toEqual([1, 1, 0]);
    expect(of(reporter)[0]?.subject).toBe(`【单位名录】${agency.name}更名为市科学技术局`);
    expect(of(reporter)[0]?.body).toContain('2020年4月1日起');
  });
});

describe('a group', () => {
  test('stands for the agencies that are set, in the order of the register, until it is deleted', async () => {
    const name = unused();
    const [second, first] = [await added(unused(), { position: 200 }), await added(unused(), { position: 100 })];
    granted(await setGroup({ name, agencyIds: [second.id, first.id] }, as(coordinator)));
    expect(await membersOf(name)).toEqual([first.id, second.id]);
    granted(await setGroup({ name, agencyIds: [second.id] }, as(coordinator)));
    expect(await membersOf(name)).toEqual([second.id]);
    granted(await deleteGroup({ name }, as(coordinator)));
    expect(await membersOf(name)).toBe(null);
    expect(codeOf(await deleteGroup({ name }, as(coordinator)))).toBe('not-found');
    expect(codeOf(await setGroup({ name, agencyIds: [randomUUID()] }, as(coordinator)))).toBe('not-found');
  });
});

describe('an agency of two offices', () => {
  test('is put below another by a coordinator of both alone, because whoever stands above reads what was filed', async () => {
    const [above, agency] = [await added('甲区人民政府'), await added('甲街道办事处')];
    const [first, second] = [await officeWith(agency.id), await officeWith(agency.id)];
    const change = { ...details(agency), parentId: above.id };
    expect(codeOf(await changeAgency(change, as(first)))).toBe('forbidden');
    const offices = [first, second].flatMap((actor) => (actor.offices === 'all' ? [] : actor.offices));
    granted(await changeAgency(change, as({ ...first, offices })));
  });
});

test('a draft of a plan gives its office no right on an agency of another', async () => {
  const agency = await added('乙局');
  const [theirs, drafting] = [await officeWith(agency.id), await officeWith(agency.id)];
  const officeId = drafting.offices === 'all' ? '' : drafting.offices[0];
  await sql(`UPDATE "Plan" SET status = 'draft' WHERE "officeId" = $1`, [officeId]);
  expect(codeOf(await renameAgency(renaming(agency, '乙局新名'), as(drafting)))).toBe('forbidden');
  granted(await renameAgency(renaming(agency, '乙局新名'), as(theirs)));
});
