import { expect, test } from 'vitest';
import { type DivisionScope, scopeOf } from '@/lib/domain/authorization';
import { getFirstSteps } from '@/lib/first-day/data';
import { draftExample } from '@/lib/first-day/mutations';
import { listPlanEvents } from '@/lib/plans/history/data';
import { makeAccount } from '../support/accounts';
import { at } from '../support/plan-desk';
import { one, sql } from '../support/sql';
import { codeOf, storeCalendar } from '../support/writing';

const counted = (table: string) => one<{ count: number }>(`SELECT count(*)::int AS count FROM "${table}"`);

test('an empty portal names its first steps, and a coordinator stores the example as a draft that owes nothing', async () => {
  const coordinator = await makeAccount('coordinator');
  const scope = scopeOf(coordinator) as DivisionScope;
  expect(await getFirstSteps(scope, 2020)).toEqual({
    roles: ['coordinator'],
    isCalendarConfirmed: false,
    officeCode: null,
    draft: null,
  });
  await storeCalendar();
  await makeAccount('reviewer');
  for (const role of ['reviewer', 'leader', 'auditor', 'system_administrator'] as const)
    expect(codeOf(await draftExample(at(await makeAccount(role))))).toBe('forbidden');
  expect(codeOf(await draftExample(at({ ...coordinator, offices: [] })))).toBe('forbidden');

  const pressed = await Promise.all([draftExample(at(coordinator)), draftExample(at(coordinator))]);
  expect(pressed.map(codeOf).toSorted()).toEqual([null, 'stale'].toSorted());
  const plan = await one<{ id: string; code: string; status: string; title: string }>(
    'SELECT id, code, status::text, title FROM "Plan"',
  );
  expect(plan).toMatchObject({ code: '2020', status: 'draft' });
  expect(await counted('Task')).toEqual({ count: 35 });
  expect(await counted('ReportingPeriod')).toEqual({ count: 0 });
  expect(await counted('Report')).toEqual({ count: 0 });
  const { events } = await listPlanEvents(plan, { number: 1, size: 10 });
  expect(events.map(({ name }) => name)).toEqual(['plan-set-up']);

  const steps = await getFirstSteps(scope, 2020);
  expect(steps).toMatchObject({ isCalendarConfirmed: true, draft: { code: '2020', title: plan.title } });
  expect(steps.roles).toEqual(expect.arrayContaining(['coordinator', 'reviewer']));
  expect(steps.officeCode).toBe((await sql<{ code: string }>('SELECT code FROM "Office"'))[0]?.code);
});
