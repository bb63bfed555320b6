import { beforeAll, describe, expect, test } from 'vitest';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { closePlan, discardPlan, issuePlan, reopenPlan } from '@/lib/plans/lifecycle/mutations';
import { changePlan, createPlan, setPlanContact, setPlanLateFiling } from '@/lib/plans/settings/mutations';
import { makeAccount } from '../support/accounts';
import { at, type MadePlan, makeDraft, pendingOn, periodsOf, planEvents, seen, settingsOf } from '../support/plan-desk';
import { one, sql } from '../support/sql';
import { codeOf, granted, storeCalendar } from '../support/writing';

beforeAll(storeCalendar);

const issue = async ({ code, coordinator }: MadePlan) => issuePlan(await seen(code), at(coordinator));
const statusOf = async (code: string) =>
  (await one<{ status: string }>('SELECT status::text FROM "Plan" WHERE code = $1', [code])).status;
const countReports = async (planId: string) =>
  (
    await one<{ count: number }>(
      'SELECT count(*)::int AS count FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" WHERE p."planId" = $1',
      [planId],
    )
  ).count;

describe('a draft', () => {
  test('is created by a coordinator of its office alone, and recorded with its title', async () => {
    const settings = await settingsOf();
    const elsewhere = { ...(await makeAccount('coordinator')), offices: [] };
    expect(codeOf(await createPlan(settings, at(elsewhere)))).toBe('forbidden');
    expect(codeOf(await createPlan(settings, at(await makeAccount('reviewer'))))).toBe('forbidden');
    const coordinator = { ...(await makeAccount('coordinator')), offices: [settings.officeId] };
    expect(granted(await createPlan(settings, at(coordinator)))).toBe(settings.code);
    expect(await planEvents(settings.code)).toMatchObject([
      { name: 'plan-drafted', accountId: coordinator.accountId, detail: { title: '2020年试验计划', copiedFrom: null } },
    ]);
  });

  test('takes no code that another plan has, also where two are created at once', async () => {
    const settings = await settingsOf();
    const coordinator = await makeAccount('coordinator');
    const outcomes = await Promise.all([createPlan(settings, at(coordinator)), createPlan(settings, at(coordinator))]);
    expect(outcomes.map(codeOf).toSorted()).toEqual([null, 'plan-code-taken'].toSorted());
  });

  test('gives its tasks its new code, and the record names what changed', async () => {
    const { code, coordinator, officeId } = await makeDraft();
    const settings = { ...(await settingsOf({ officeId })), code: `${code}-neu`, title: '改名' };
    const { from: _, ...changed } = settings;
    expect(granted(await changePlan({ ...changed, ...(await seen(code)) }, at(coordinator)))).toBe(`${code}-neu`);
    const tasks = await sql<{ code: string }>(
      'SELECT t.code FROM "Task" t JOIN "Plan" l ON l.id = t."planId" WHERE l.code = $1 ORDER BY position',
      [`${code}-neu`],
    );
    expect(tasks.map((task) => task.code)).toEqual([`${code}-neu-01`, `${code}-neu-02`]);
    const [event] = (await planEvents(`${code}-neu`)).slice(-1);
    expect(event).toMatchObject({
      name: 'plan-changed',
      detail: { before: { code, title: '2020年试验计划' }, after: { code: `${code}-neu`, title: '改名' } },
    });
  });

  test('is not changed by whoever saw an earlier version', async () => {
    const { code, coordinator, officeId } = await makeDraft();
    const before = await seen(code);
    const { from: _, ...settings } = { ...(await settingsOf({ officeId })), code };
    granted(await changePlan({ ...settings, ...before }, at(coordinator)));
    expect(codeOf(await changePlan({ ...settings, ...before }, at(coordinator)))).toBe('stale');
  });

  test('keeps the text of its notice, of whose change the record names the length', async () => {
    const { code, coordinator, officeId } = await makeDraft();
    const { from: _, ...settings } = { ...(await settingsOf({ officeId })), code };
    const noticeText = '各区：\n印发给你们。';
    granted(await changePlan({ ...settings, noticeText, ...(await seen(code)) }, at(coordinator)));
    expect(await one('SELECT "noticeText" FROM "Plan" WHERE code = $1', [code])).toEqual({ noticeText });
    expect((await planEvents(code)).at(-1)?.detail).toMatchObject({
      before: { noticeText: 0 },
      after: { noticeText: 10 },
    });
  });

  test('is discarded although an import points at it, which stays without a plan', async () => {
    const { code, id, coordinator, officeId } = await makeDraft();
    const [made] = await sql<{ id: string }>(
      `INSERT INTO "PlanImport" (id, "officeId", "planId", "madeById", "madeAt", "fileName", file, source)
       VALUES (gen_random_uuid(), $1, $2, $3, now(), '任务.xlsx', '', '[]') RETURNING id`,
      [officeId, id, coordinator.accountId],
    );
    granted(await discardPlan(await seen(code), at(coordinator)));
    expect(await one('SELECT "planId" FROM "PlanImport" WHERE id = $1', [made?.id])).toEqual({ planId: null });
  });

  test('is discarded with its tasks, and the record keeps its title', async () => {
    const { code, id, coordinator } = await makeDraft();
    granted(await discardPlan(await seen(code), at(coordinator)));
    expect(await sql('SELECT FROM "Plan" WHERE id = $1', [id])).toEqual([]);
    expect(await sql('SELECT FROM "Task" WHERE "planId" = $1', [id])).toEqual([]);
    expect((await planEvents(code)).at(-1)).toMatchObject({
      name: 'plan-discarded',
      detail: { title: '2020年试验计划' },
    });
  });
});

describe('issuing a plan', () => {
  test('freezes its periods by the calendar and creates a report for each period and agency', async () => {
    const plan = await makeDraft();
    granted(await issue(plan));
    expect(await statusOf(plan.code)).toBe('issued');
    // 1 to 3 April 2020 were worked; July, October by weekends alone, because this calendar knows no more.
    expect(
      (await periodsOf(plan.code)).map(({ quarter, dueOn, provisional }) => [quarter, dueOn, provisional]),
    ).toEqual([
      ['2020Q1', '2020-04-03', false],
      ['2020Q2', '2020-07-03', false],
      ['2020Q3', '2020-10-05', false],
      ['2020Q4', '2021-01-05', true],
    ]);
    expect(await countReports(plan.id)).toBe(8);
    expect((await planEvents(plan.code)).at(-1)).toMatchObject({ name: 'plan-issued', detail: { tasks: 2 } });
    expect(await pendingOn(plan.code)).toEqual({ 'report-owed': 2 });
  });

  test('begins with the first period that counts', async () => {
    const plan = await makeDraft({ firstPeriod: '2020Q3' as never });
    granted(await issue(plan));
    expect((await periodsOf(plan.code)).map(({ quarter }) => quarter)).toEqual(['2020Q3', '2020Q4']);
  });

  test('is refused without tasks, and to whoever is no coordinator of its office', async () => {
    const empty = await makeDraft({}, 0);
    expect(codeOf(await issue(empty))).toBe('plan-not-ready');
    const plan = await makeDraft();
    const elsewhere = { ...plan.coordinator, offices: [] };
    expect(codeOf(await issuePlan(await seen(plan.code), at(elsewhere)))).toBe('not-found');
    for (const role of ['reviewer', 'leader'] as const)
      expect(codeOf(await issuePlan(await seen(plan.code), at(await makeAccount(role))))).toBe('forbidden');
    for (const role of ['system_administrator', 'auditor'] as const)
      expect(codeOf(await issuePlan(await seen(plan.code), at(await makeAccount(role))))).toBe('not-found');
    expect(await statusOf(plan.code)).toBe('draft');
    expect(await periodsOf(plan.code)).toEqual([]);
  });

  test('happens once, though two press at once', async () => {
    const plan = await makeDraft();
    const shown = await seen(plan.code);
    const outcomes = await Promise.all([0, 1].map(() => issuePlan(shown, at(plan.coordinator))));
    expect(outcomes.map(codeOf).filter((code) => code === null)).toHaveLength(1);
    expect(await countReports(plan.id)).toBe(8);
  });
});

describe('an issued plan', () => {
  test('changes its contact and its late filing alone, each with an event', async () => {
    const plan = await makeDraft();
    granted(await issue(plan));
    const { from: _, ...settings } = { ...(await settingsOf()), code: plan.code };
    expect(codeOf(await changePlan({ ...settings, ...(await seen(plan.code)) }, at(plan.coordinator)))).toBe(
      'plan-wrong-status',
    );
    const contact = { contactOffice: '综合处', contactPerson: '王五', contactPhone: '12345' };
    granted(await setPlanContact({ ...(await seen(plan.code)), ...contact }, at(plan.coordinator)));
    const afterClosing = 'late_filing_open';
    granted(await setPlanLateFiling({ ...(await seen(plan.code)), afterClosing }, at(plan.coordinator)));
    expect((await planEvents(plan.code)).slice(-2)).toMatchObject([
      { name: 'plan-contact-set', detail: { after: contact } },
      { name: 'plan-late-filing-set', detail: { before: { afterClosing: 'closed' }, after: { afterClosing } } },
    ]);
    expect(await pendingOn(plan.code)).toMatchObject({ 'late-filing-opened': 2 });
  });

  test('is closed on the second press, which names the open reports first, and reopened as it was', async () => {
    const plan = await makeDraft();
    granted(await issue(plan));
    const first = await closePlan({ ...(await seen(plan.code)), confirmed: false }, at(plan.coordinator));
    expect(first).toMatchObject({ ok: false, refusal: { code: 'plan-closing', open: { length: 8 } } });
    granted(await closePlan({ ...(await seen(plan.code)), confirmed: true }, at(plan.coordinator)));
    expect(await statusOf(plan.code)).toBe('closed');
    expect((await periodsOf(plan.code)).every(({ closedAt }) => closedAt !== null)).toBe(true);
    expect(await pendingOn(plan.code)).toMatchObject({ 'report-filing-stopped': 2 });
    granted(await reopenPlan({ ...(await seen(plan.code)), reason: '继续执行' }, at(plan.coordinator)));
    expect(await statusOf(plan.code)).toBe('issued');
    expect((await periodsOf(plan.code)).every(({ closedAt }) => closedAt === null)).toBe(true);
    expect(await pendingOn(plan.code)).toMatchObject({ 'report-filing-resumed': 2 });
  });
});

test('a copy has the tasks and numbers of its plan a year later, and owes nothing until it is issued', async () => {
  const plan = await makeDraft();
  granted(await issue(plan));
  const settings = await settingsOf({
    officeId: plan.officeId,
    firstOn: civilDate('2021-01-01'),
    lastOn: civilDate('2021-12-31'),
  });
  const code = granted(await createPlan({ ...settings, from: plan.code }, at(plan.coordinator)));
  expect(await statusOf(code)).toBe('draft');
  const tasks = await sql(
    `SELECT t.text, t."dueText", t."dueOn"::text AS "dueOn", d."agencyId" FROM "Task" t
       JOIN "Plan" l ON l.id = t."planId" JOIN "TaskLead" d ON d."taskId" = t.id WHERE l.code = $1 ORDER BY t.position`,
    [code],
  );
  expect(tasks).toEqual([
    { text: '任务1', dueText: '2021年12月底前', dueOn: '2021-12-31', agencyId: plan.agencyIds[0] },
    { text: '任务2', dueText: '2021年12月底前', dueOn: '2021-12-31', agencyId: plan.agencyIds[1] },
  ]);
  const numbersOf = (planCode: string) =>
    sql(
      'SELECT n."agencyId", n.number FROM "PlanAgency" n JOIN "Plan" l ON l.id = n."planId" WHERE l.code = $1 ORDER BY 1',
      [planCode],
    );
  expect(await numbersOf(code)).toEqual(await numbersOf(plan.code));
  expect(await periodsOf(code)).toEqual([]);
  expect((await planEvents(code))[0]).toMatchObject({ name: 'plan-drafted', detail: { copiedFrom: plan.code } });
});
