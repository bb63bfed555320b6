import { beforeEach, describe, expect, test } from 'vitest';
import { listLedgerRows } from '@/lib/documents/ledger/data';
import { type Actor, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import { getLeadAgencyPage } from '@/lib/plans/lists/data';
import { listFiledBelow } from '@/lib/register/below/data';
import { renameAgency } from '@/lib/register/changes/mutations';
import { listPlanNumbers } from '@/lib/register/numbers/data';
import { renumberPlan } from '@/lib/register/numbers/mutations';
import { listReports } from '@/lib/review/data';
import { db } from '@/lib/server/database/db';
import { makeAccount } from '../support/accounts';
import { type AmendedPlan, makeAmendedPlan, midQuarter } from '../support/amended-plan';
import { setDemonstrationClock } from '../support/clock';
import { makeSupport } from '../support/contributions';
import { makeAgency, makeReport } from '../support/reports';
import { sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

let plan: AmendedPlan;

beforeEach(async () => {
  await setDemonstrationClock(midQuarter);
  plan = await makeAmendedPlan();
});

const as = (actor: Actor) => ({ actor, now: midQuarter, address: '10.0.0.7' });

describe('the numbers of the agencies of a plan', () => {
  const numbered = (numbers: readonly string[]) =>
    plan.agencies.map((agencyId, index) => ({ agencyId, number: numbers[index] ?? '', position: index + 1 }));
  const renumber = (numbers: readonly string[], version = 0, actor = plan.coordinator) =>
    renumberPlan({ planCode: plan.code, version, agencies: numbered(numbers) }, as(actor));
  const draft = () => sql(`UPDATE "Plan" SET status = 'draft' WHERE id = $1`, [plan.id]);

  test('change places in a draft, and its lists follow', async () => {
    await draft();
    granted(await renumber(['03', '01', '（二）']));
    expect((await listPlanNumbers(plan.id)).map(({ number, tasks }) => [number, tasks])).toEqual([
      ['03', 2],
      ['01', 1],
      ['（二）', 1],
    ]);
    granted(await renumber(['01', '03', '（二）'], 1));
    await sql(`UPDATE "Plan" SET status = 'issued' WHERE id = $1`, [plan.id]);
    const { agencies } = await getLeadAgencyPage({ page: 1, size: 9 }, plan.code);
    expect(agencies.map(({ number, place }) => [number, place])).toEqual([
      ['1', 1],
      ['3', 2],
      ['（二）', 3],
    ]);
  });

  test.each<[string, () => ReturnType<typeof renumber>, string]>([
    ['a number that is used twice', () => renumber(['1', '2', '2']), 'agency-number-twice'],
    ['an outdated page', () => renumber(['1', '2', '3'], 4), 'stale'],
    [
      'a coordinator of another office',
      () => renumber(['1', '2', '3'], 0, { ...plan.coordinator, offices: [] }),
      'not-found',
    ],
    ['a reviewer', () => renumber(['1', '2', '3'], 0, { ...plan.coordinator, roles: ['reviewer'] }), 'forbidden'],
    [
      'a list that leaves one out',
      () =>
        renumberPlan({ planCode: plan.code, version: 0, agencies: numbered(['1']).slice(0, 1) }, as(plan.coordinator)),
      'stale',
    ],
  ])('stay with %s', async (_what, write, code) => {
    await draft();
    const before = await listPlanNumbers(plan.id);
    expect(codeOf(await write())).toBe(code);
    expect(await listPlanNumbers(plan.id)).toEqual(before);
  });

  test('stay once the plan is issued', async () => {
    expect(codeOf(await renumber(['1', '2', '3']))).toBe('plan-wrong-status');
  });
});

test('a report of an earlier period stands under the name of its day, and one of a later period under the new name', async () => {
  const [agencyId] = plan.agencies;
  const name = `新${agencyId.slice(0, 8)}`;
  const change = { agencyId, version: 0, name, changedOn: civilDate('2020-06-01'), reason: '更名' };
  granted(await renameAgency(change, as(plan.coordinator)));
  const scope = scopeOf(plan.coordinator);
  if (scope?.kind !== 'all') throw new Error('the coordinator reads all');
  const nameIn = async (code: string) => {
    const filter = { planCode: plan.code, periodCode: code as PeriodCode, status: null, search: '', now: midQuarter };
    const { rows } = await listReports(scope, filter, { number: 1, size: 9 });
    return rows
      .map(({ agencyName }) => agencyName)
      .filter((each) => each === name || each === `T${agencyId.slice(0, 8)}`);
  };
  expect([await nameIn('2020Q1'), await nameIn('2020Q2')]).toEqual([[`T${agencyId.slice(0, 8)}`], [name]]);
  await makeSupport(plan.tasks[2] ?? '', agencyId);
  const supportsIn = async (code: string) => {
    const filter = { planCode: plan.code, codes: [code as PeriodCode], now: midQuarter };
    return db.$transaction(async (client) => {
      const names: string[] = [];
      for await (const rows of listLedgerRows(client, scope, filter))
        names.push(...rows.flatMap(({ supportingAgencies }) => supportingAgencies));
      return names;
    });
  };
  expect([await supportsIn('2020Q1'), await supportsIn('2020Q2')]).toEqual([[`T${agencyId.slice(0, 8)}`], [name]]);
});

describe('a parent agency', () => {
  test('reads what those below it have handed in, and nothing that they are still writing', async () => {
    const [district, street] = [await makeAgency(), await makeAgency()];
    await sql('UPDATE "Agency" SET "parentId" = $1 WHERE id = $2', [district, street]);
    await setDemonstrationClock(new Date('2020-04-02T02:00:00Z'));
    const filed = await makeReport({ status: 'filed', agencyId: street });
    await makeReport({ status: 'draft', agencyId: street });
    await makeReport({ status: 'filed' });
    const officer = { ...(await makeAccount('reporter', district)), below: [street] };
    const page = { number: 1, size: 50 };
    const { total, reports } = await listFiledBelow(scopeOf(officer), page);
    expect([total, reports.map(({ id, version }) => [id, version])]).toEqual([1, [[filed.id, 1]]]);
    const own = await makeAccount('reporter', street);
    expect(await listFiledBelow(scopeOf(own), page)).toEqual({ total: 0, reports: [] });
    expect(await listFiledBelow(scopeOf(plan.coordinator), page)).toEqual({ total: 0, reports: [] });
  });
});
