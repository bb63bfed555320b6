import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import { fileReport, requestSignOff, startReport } from '@/lib/filing/mutations';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { getTask } from '@/lib/plans/lists/data';
import { amendTask } from '@/lib/plans/tasks/amendments/mutations';
import { returnReport } from '@/lib/review/mutations';
import { makeAccount } from '../support/accounts';
import { type AmendedPlan, amend, makeAmendedPlan, midQuarter, reportOf, taskOf } from '../support/amended-plan';
import { setDemonstrationClock } from '../support/clock';
import { completeEntry } from '../support/report-states';
import { one, sql } from '../support/sql';
import { codeOf, granted, storeCalendar } from '../support/writing';
import { contextOf, textsOf, writtenReport } from '../support/written-report';

beforeAll(async () => {
  await setDemonstrationClock(midQuarter);
  await storeCalendar();
});

let plan: AmendedPlan;
beforeEach(async () => {
  plan = await makeAmendedPlan();
});

const written = (agencyId: string) => writtenReport(plan, agencyId);

const corrected = () => ({
  kind: 'corrected' as const,
  taskId: plan.tasks[0] as string,
  facts: taskOf(plan.agencies[0], '更正后的任务内容'),
});

describe('a corrected task', () => {
  test('reads as corrected in an open report of the period, and as before in an earlier one that is still open', async () => {
    const { id, reporter } = await written(plan.agencies[0]);
    const earlier = await reportOf(plan, plan.agencies[0], '2020Q1');
    granted(await startReport(earlier, await contextOf(earlier, reporter)));
    granted(await amend(plan, corrected()));
    expect((await textsOf(id)).map(({ taskText }) => taskText)).toEqual(['更正后的任务内容', '第2项任务，按季推进']);
    expect((await textsOf(earlier)).map(({ taskText }) => taskText)).toEqual([
      '第1项任务，按季推进',
      '第2项任务，按季推进',
    ]);
    expect((await textsOf(id))[0]?.progress).toBe(completeEntry.progress);
  });

  test('stands on its public page as it is now, with its earlier text for the periods before the change', async () => {
    granted(await amend(plan, corrected(), '2020Q3'));
    const task = await getTask(`${plan.code}-01`);
    expect(task?.text).toBe('更正后的任务内容');
    expect([...(task?.otherTexts ?? [])].toSorted()).toEqual([
      ['2020Q1', '第1项任务，按季推进'],
      ['2020Q2', '第1项任务，按季推进'],
    ]);
    expect((await getTask(`${plan.code}-02`))?.otherTexts).toEqual(new Map());
  });

  test('stands in the record with its text before and after, the period, the reason and who made it', async () => {
    granted(await amend(plan, corrected()));
    const rows = await sql(
      'SELECT kind::text, "fromPeriod", before, after, reason, "madeById" FROM "TaskAmendment" WHERE "planId" = $1',
      [plan.id],
    );
    expect(rows).toEqual([
      {
        kind: 'corrected',
        fromPeriod: '2020Q2',
        before: { text: '第1项任务，按季推进' },
        after: { text: '更正后的任务内容' },
        reason: '市政府专题会议纪要〔2020〕12号',
        madeById: plan.coordinator.accountId,
      },
    ]);
    const [event] = await sql(
      `SELECT "accountId", detail FROM "Event" WHERE name = 'task-amended' AND detail ->> 'planCode' = $1`,
      [plan.code],
    );
    expect(event).toMatchObject({
      accountId: plan.coordinator.accountId,
      detail: { kind: 'corrected', fromPeriod: '2020Q2', tasks: [{ number: 1, title: '更正后的任务内容' }] },
    });
  });

  test('leaves a filed version as it was filed, and a report that is returned takes it in', async () => {
    const { id, reporter } = await written(plan.agencies[0]);
    granted(await fileReport(id, await contextOf(id, reporter)));
    granted(await amend(plan, corrected()));
    expect((await textsOf(id))[0]?.taskText).toBe('第1项任务，按季推进');
    const reviewer = await makeAccount('reviewer');
    const decision = {
      reasons: [{ taskId: plan.tasks[0] as string, section: null, text: '请补充' }],
      returnDueOn: civilDate('2020-07-06'),
    };
    granted(await returnReport(id, decision, await contextOf(id, reviewer)));
    expect((await textsOf(id))[0]?.taskText).toBe('更正后的任务内容');
  });

  test('makes a report that waits for sign-off stale for the approver who looks at it', async () => {
    await sql('UPDATE "Agency" SET "signOffRequired" = true WHERE id = $1', [plan.agencies[0]]);
    const { id, reporter } = await written(plan.agencies[0]);
    const approver = await makeAccount('approver', plan.agencies[0]);
    granted(await requestSignOff(id, await contextOf(id, reporter)));
    const seen = await contextOf(id, approver);
    granted(await amend(plan, corrected()));
    expect(codeOf(await fileReport(id, seen))).toBe('stale');
    granted(await fileReport(id, await contextOf(id, approver)));
  });

  test('tells the officers of its agency, by a sentence that names the task and the period', async () => {
    const { reporter } = await written(plan.agencies[0]);
    granted(await amend(plan, corrected()));
    await notifyOfEvents();
    const [message] = await sql<{ subject: string; body: string }>(
      'SELECT subject, body FROM "Notification" WHERE "accountId" = $1',
      [reporter.accountId],
    );
    expect(message?.subject).toBe('【任务调整】2020年第二季度报告的任务1有变动');
    expect(message?.body).toBe(
      '试验处调整了计划，自2020年第二季度起，任务1（更正后的任务内容）的内容有变动，请按新的内容填报。\n说明：市政府专题会议纪要〔2020〕12号',
    );
  });
});
describe('an added task', () => {
  test('comes into an open report as a blank entry and into later ones, and not into an earlier one', async () => {
    const { id, reporter } = await written(plan.agencies[1]);
    granted(await amend(plan, { kind: 'added', facts: taskOf(plan.agencies[1], '新增任务') }));
    expect(await textsOf(id)).toMatchObject([
      { progress: completeEntry.progress },
      { taskText: '新增任务', progress: '' },
    ]);
    const earlier = await reportOf(plan, plan.agencies[1], '2020Q1');
    granted(await startReport(earlier, await contextOf(earlier, reporter)));
    expect(await textsOf(earlier)).toHaveLength(1);
    expect(codeOf(await fileReport(id, await contextOf(id, reporter)))).toBe('incomplete');
  });

  test('gives an agency without tasks a report for the periods from then on', async () => {
    const { id: newcomer } = await one<{ id: string }>(
      `INSERT INTO "Agency" (id, code, name, position) VALUES (gen_random_uuid(), $1, $1, 7) RETURNING id`,
      [`N${plan.code}`],
    );
    granted(await amend(plan, { kind: 'added', facts: taskOf(newcomer, '新增任务') }, '2020Q3'));
    const owed = await sql(
      `SELECT p.quarter FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" WHERE r."agencyId" = $1 ORDER BY 1`,
      [newcomer],
    );
    expect(owed).toEqual([{ quarter: '2020Q3' }, { quarter: '2020Q4' }]);
    const numbers = await sql('SELECT number FROM "PlanAgency" WHERE "agencyId" = $1', [newcomer]);
    expect(numbers).toEqual([{ number: '4' }]);
  });
});

test('an amendment from a period that is over, or before an earlier one of its task, is refused and leaves no trace', async () => {
  expect(codeOf(await amend(plan, corrected(), '2020Q1'))).toBe('amendment-period-over');
  granted(await amend(plan, corrected(), '2020Q4'));
  const sooner = { ...corrected(), facts: taskOf(plan.agencies[0], '又改') };
  expect(codeOf(await amend(plan, sooner, '2020Q3'))).toBe('amendment-before-another');
  expect(codeOf(await amend(plan, corrected(), '2020Q4'))).toBe('task-unchanged');
  expect(await sql('SELECT 1 FROM "TaskAmendment" WHERE "planId" = $1', [plan.id])).toHaveLength(1);
});

test('of two amendments at once that read the same plan, one is stale', async () => {
  const { version } = await one<{ version: number }>('SELECT version FROM "Plan" WHERE id = $1', [plan.id]);
  const context = { actor: plan.coordinator, now: midQuarter, address: '', version };
  const terms = { fromPeriod: periodCode('2020Q2'), reason: '会议纪要' };
  const results = await Promise.all([
    amendTask(plan.code, corrected(), terms, context),
    amendTask(plan.code, { kind: 'ended', taskId: plan.tasks[1] as string }, terms, context),
  ]);
  expect(results.map(codeOf).sort()).toEqual([null, 'stale']);
});

test.each(['reviewer', 'leader', 'reporter', 'system_administrator'] as const)('a %s amends nothing', async (role) => {
  const agencyId = role === 'reporter' ? plan.agencies[0] : null;
  const actor = await makeAccount(role, agencyId);
  const result = await amend({ ...plan, coordinator: actor }, corrected());
  expect(['forbidden', 'not-found']).toContain(codeOf(result));
  expect(await sql('SELECT 1 FROM "TaskAmendment" WHERE "planId" = $1', [plan.id])).toEqual([]);
});
