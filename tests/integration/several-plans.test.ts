import { beforeAll, describe, expect, test } from 'vitest';
import { listReaders } from '@/lib/assignment/data';
import { assignAgencies } from '@/lib/assignment/mutations';
import { getCalendar } from '@/lib/calendar/data';
import { listDeadlines } from '@/lib/calendar/feed/data';
import { deadlineCalendar } from '@/lib/calendar/feed/deadline-calendar';
import { importCalendar } from '@/lib/calendar/mutations';
import { type Actor, type ReportScope, scopeOf } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import { queryDesk } from '@/lib/filing/desk/data';
import { deskOf } from '@/lib/filing/desk/desk';
import { readCalendar } from '@/lib/imports/calendar';
import { getReportName } from '@/lib/live/data';
import * as openData from '@/lib/open-data/open-data';
import { listContacts, listPlans } from '@/lib/plans/data';
import * as lists from '@/lib/plans/lists/data';
import { lookUpReceiptFrom } from '@/lib/receipts/data';
import { makeAccount } from '../support/accounts';
import { setDemonstrationClock } from '../support/clock';
import { makeOffice } from '../support/plan-imports';
import { storePlanOfRhythm } from '../support/plan-of-rhythm';
import { agencyCodeOf, makeAgency } from '../support/reports';
import { one, sql } from '../support/sql';
import { at, file, fillIn, reportOf } from '../support/three-plans';
import { by, granted } from '../support/writing';

const quarterlyRule = { nthWorkingDay: 3, inclusive: true, cutoff: '24:00' };
const monthlyRule = { dayOfMonth: 5, month: 'after', onDayOff: 'stay', inclusive: true, cutoff: '18:00' } as const;
const now = at('2026-04-02 10:00');

let agencyId: string;
let reporter: Actor;
const own = () => scopeOf(reporter) as ReportScope;

beforeAll(async () => {
  await importCalendar(readCalendar());
  await setDemonstrationClock(now);
  agencyId = await makeAgency();
  reporter = await makeAccount('reporter', agencyId);
  const calendar = await getCalendar();
  const plan = { issuedOn: civilDate('2026-01-05'), agencyIds: [agencyId] };
  const quarterly = { ...plan, rhythm: 'quarterly', rule: quarterlyRule } as const;
  await storePlanOfRhythm({ ...quarterly, code: 'one', title: '甲计划' }, calendar);
  await storePlanOfRhythm({ ...quarterly, code: 'two', title: '乙计划' }, calendar);
  await storePlanOfRhythm(
    { ...plan, code: 'months', title: '月度计划', rhythm: 'monthly', rule: monthlyRule },
    calendar,
  );
  await storePlanOfRhythm({ ...quarterly, code: 'closed', title: '已结束计划' }, calendar);
  await storePlanOfRhythm({ ...quarterly, code: 'draft', title: '未印发计划' }, calendar);
  await sql(`UPDATE "Plan" SET status = 'closed' WHERE code = 'closed'`);
  await sql(`UPDATE "Plan" SET status = 'draft' WHERE code = 'draft'`);
});

test('a live message says whether its reader has plans beside the one of the report', async () => {
  const id = await reportOf(agencyId, 'months', '2026M03');
  const { officeId } = await one<{ officeId: string }>(`SELECT "officeId" FROM "Plan" WHERE code = 'months'`);
  const coordinator = await makeAccount('coordinator');
  const named = { agency: agencyCodeOf(agencyId), quarter: '2026M03', planTitle: '月度计划' };
  expect(await getReportName(scopeOf(coordinator), id)).toEqual({ ...named, isOneOfSeveral: true });
  const office = await makeOffice('months');
  await sql(`UPDATE "Plan" SET "officeId" = $1 WHERE code = 'months'`, [office]);
  const own = scopeOf({ ...coordinator, offices: [office] });
  expect(await getReportName(own, id)).toEqual({ ...named, isOneOfSeveral: false });
  await sql(`UPDATE "Plan" SET "officeId" = $1 WHERE code = 'months'`, [officeId]);
  expect(await getReportName(own, id)).toBeNull();
});

describe('the public', () => {
  test('the public reads are those that leave out drafts below', () => {
    expect(Object.keys(lists).toSorted()).toEqual([
      'getLeadAgencyPage',
      'getTask',
      'getTaskPage',
      'listFirstAgencies',
      'listTasksOfAgencies',
      'listTasksOfAgency',
    ]);
    expect(Object.keys(openData).toSorted()).toEqual([
      'agenciesDocument',
      'deadlineDocument',
      'periodsDocument',
      'planDocument',
      'plansDocument',
      'tasksDocument',
    ]);
  });

  test('no public list names a draft, and a closed plan stands behind those under way', async () => {
    const slice = { page: 1, size: 100 };
    const found = [
      await listPlans(),
      await lists.getTaskPage(slice),
      await lists.getLeadAgencyPage(slice),
      await lists.listTasksOfAgency(agencyCodeOf(agencyId)),
      await lists.listTasksOfAgencies('draft', [agencyCodeOf(agencyId)]),
      await openData.plansDocument(),
      await openData.deadlineDocument(periodCode('2026Q1')),
    ];
    expect(JSON.stringify(found)).not.toMatch(/draft|未印发计划/);
    expect((await listPlans()).map(({ code, isClosed }) => [code, isClosed])).toEqual([
      ['two', false],
      ['one', false],
      ['months', false],
      ['closed', true],
    ]);
  });

  test('a draft has no public page and no open data', async () => {
    const { planDocument, agenciesDocument, tasksDocument, periodsDocument } = openData;
    expect(await lists.getTask('draft-01')).toBeNull();
    expect(await lists.getTask('one-01')).not.toBeNull();
    expect(await lists.listFirstAgencies(['draft'], 10)).toEqual([]);
    const documents = [
      planDocument('draft'),
      periodsDocument('draft'),
      agenciesDocument('draft', 1),
      tasksDocument('draft', 1),
    ];
    expect(await Promise.all(documents)).toEqual([null, null, null, null]);
  });

  test('the home page counts the tasks of an agency under all plans that it names', async () => {
    const totalOf = async (code: string) => (await lists.getTaskPage({ page: 1, size: 1 }, code)).total;
    const [one, two] = [await totalOf('one'), await totalOf('two')];
    const [first, ...others] = await lists.listFirstAgencies(['one', 'two'], 10);
    expect([first?.code, first?.tasks, others]).toEqual([agencyCodeOf(agencyId), one + two, []]);
  });

  test('the open data have the periods of every length; a plan by quarters has the keys that it always had', async () => {
    const { plans } = JSON.parse((await openData.plansDocument()).body);
    const rowOf = (code: string) => plans.find((row: { code: string }) => row.code === code);
    expect(rowOf('months')).toMatchObject({
      rhythm: 'monthly',
      quarters: expect.arrayContaining(['2026M01', '2026M12']),
    });
    expect(rowOf('closed')).toMatchObject({ status: 'closed' });
    expect(Object.keys(rowOf('one'))).toEqual([
      ...['code', 'title', 'issuer', 'issuedOn', 'contactOffice', 'contactPhone', 'deadlineRule'],
      ...['agencies', 'tasks', 'quarters'],
    ]);
    const deadline = JSON.parse((await openData.deadlineDocument(periodCode('2026M03')))?.body ?? '{}');
    expect(deadline).toMatchObject({ quarter: '2026M03', dueOn: '2026-04-05', closesAt: '2026-04-05T10:00:00.000Z' });
  });
});

describe('an officer of several plans', () => {
  test('the plan of which a report is due next comes first, and no draft or closed plan asks for one', async () => {
    const viewer = { actor: reporter, calendar: await getCalendar(), now };
    const { plans } = deskOf(await queryDesk(own()), viewer);
    expect(
      plans
        .map(({ code }) => code)
        .slice(0, 3)
        .toSorted(),
    ).toEqual(['months', 'one', 'two']);
    expect(plans[2]?.code).toBe('months');
    expect(plans[0]?.waiting[0]?.periodCode).toBe('2026Q1');
  });

  test('the office to ask is named once, with the plans under way that it is to be asked about', async () => {
    const contacts = await listContacts(own());
    expect(contacts).toEqual([{ office: '试验局试验处', phone: '', plans: ['乙计划', '甲计划', '月度计划'] }]);
  });

  test('the entries of two plans with the same period and agency are two in the calendar', async () => {
    const deadlines = await listDeadlines(own());
    const address = 'https://portal.example.org';
    const { body } = deadlineCalendar({
      ...{ agencyName: '甲局', deadlines, calendar: await getCalendar() },
      ...{ portalAddress: address, deskAddress: `${address}/filing` },
    });
    const ids = [...body.matchAll(/^UID:(.+)$/gm)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBe(deadlines.length);
  });

  test('two plans that share period and agency give distinct receipts, each of which names its plan', async () => {
    const numbers: string[] = [];
    for (const plan of ['one', 'two']) {
      const id = await reportOf(agencyId, plan, '2026Q1');
      await fillIn(id, reporter, now);
      numbers.push(granted(await file(id, reporter, now)).receiptNumber);
    }
    expect(new Set(numbers).size).toBe(2);
    const answers = await Promise.all(numbers.map((number) => lookUpReceiptFrom('10.2.0.1', number.toUpperCase())));
    expect(answers.map((answer) => answer.kind === 'genuine' && answer.receipt.planTitle)).toEqual([
      '甲计划',
      '乙计划',
    ]);
  });
});

test('the reader of an agency is chosen for one plan, and no other plan changes', async () => {
  const [coordinator, zhang, li] = [
    await makeAccount('coordinator'),
    await makeAccount('reviewer'),
    await makeAccount('reviewer'),
  ];
  const assigned = { agencyIds: [agencyId], reviewerId: zhang.accountId };
  granted(await assignAgencies({ plan: 'one', ...assigned }, by(coordinator, 0, now)));
  granted(
    await assignAgencies({ plan: 'two', agencyIds: [agencyId], reviewerId: li.accountId }, by(coordinator, 0, now)),
  );
  const reports = [await reportOf(agencyId, 'one', '2026Q1'), await reportOf(agencyId, 'two', '2026Q1')];
  const readers = await listReaders(reports, now);
  expect(reports.map((id) => readers.get(id))).toEqual([[zhang.accountId], [li.accountId]]);
  const refused = await assignAgencies({ plan: 'draft', ...assigned }, by(coordinator, 0, now));
  expect(refused.ok).toBe(false);
});
