import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import type { EndingForm } from '@/lib/register/changes/ending/mutations';
import { endFirst } from '../support/agency-ending';
import { type AmendedPlan, makeAmendedPlan, midQuarter } from '../support/amended-plan';
import { setDemonstrationClock } from '../support/clock';
import { sql } from '../support/sql';
import { codeOf, storeCalendar } from '../support/writing';

let plan: AmendedPlan;
let [ending, _successor] = ['', ''];

beforeAll(async () => {
  await setDemonstrationClock(midQuarter);
  await storeCalendar();
});

beforeEach(async () => {
  plan = await makeAmendedPlan();
  [ending, _successor] = plan.agencies;
});

const end = (rest: Partial<EndingForm> = {}, actor = plan.coordinator) => endFirst(plan, rest, actor);

const everything = () =>
  Promise.all(
    ['Agency', 'AgencyChange', 'Account', 'TaskLead', 'Report', 'Entry', 'Event'].map((table) =>
      sql(`SELECT * FROM "${table}" ORDER BY id`),
    ),
  );

describe('an ending that is refused leaves everything as it was', () => {
  test.each<[string, () => Partial<EndingForm>, string]>([
    ['on a day that has not come', () => ({ changedOn: civilDate('2020-06-21') }), 'agency-change-ahead'],
    ['with a task that nobody takes on', () => ({ handovers: [] }), 'successor-missing'],
    [
      'abolished with tasks and no successor',
      () => ({ kind: 'abolished', successorIds: [], handovers: [] }),
      'successor-missing',
    ],
    ['split into one', () => ({ kind: 'split' }), 'successor-missing'],
    ['into itself', () => ({ successorIds: [ending] }), 'not-found'],
    [
      'from a period that is over',
      () => ({ periods: [{ planCode: plan.code, fromPeriod: periodCode('2020Q1') }] }),
      'amendment-period-over',
    ],
    ['from no period', () => ({ periods: [] }), 'amendment-period-over'],
    ['of a page that is outdated', () => ({ version: 7 }), 'stale'],
  ])('%s', async (_what, rest, code) => {
    const before = await everything();
    expect(codeOf(await end(rest()))).toBe(code);
    expect(await everything()).toEqual(before);
  });

  test.each<[string, Partial<Actor>]>([
    ['a reviewer', { roles: ['reviewer'] }],
    ['a leader', { roles: ['leader'] }],
    ['the coordinator of another office', { offices: ['0190a0a0-0000-7000-8000-000000000000'] }],
  ])('by %s', async (_who, rest) => {
    const before = await everything();
    expect(codeOf(await end({}, { ...plan.coordinator, ...rest }))).toBe('forbidden');
    expect(await everything()).toEqual(before);
  });

  test('of two at once one is done, and an agency that is no more ends no second time', async () => {
    const results = await Promise.all([end(), end()]);
    expect(results.map(codeOf).toSorted()).toEqual(['agency-abolished', null].toSorted());
    expect(codeOf(await end({ version: 1 }))).toBe('agency-abolished');
  });
});
