import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { fileReport, requestSignOff, saveReport, startReport } from '@/lib/filing/mutations';
import { notifyOfEvents } from '@/lib/notifications/pending/job';
import { getTask } from '@/lib/plans/lists/data';
import { returnReport } from '@/lib/review/mutations';
import { db } from '@/lib/server/database/db';
import { findStoredReport } from '@/lib/server/database/stored-report';
import { makeAccount } from '../support/accounts';
import { type AmendedPlan, amend, makeAmendedPlan, midQuarter, reportOf, taskOf } from '../support/amended-plan';
import { setDemonstrationClock } from '../support/clock';
import { completeEntry } from '../support/report-states';
import { one, sql } from '../support/sql';
import { by, codeOf, eventsOf, granted, storeCalendar, storedReport, typed } from '../support/writing';

beforeAll(async () => {
  await setDemonstrationClock(midQuarter);
  await storeCalendar();
});

let plan: AmendedPlan;
beforeEach(async () => {
  plan = await makeAmendedPlan();
});

const contextOf = async (id: string, actor: Parameters<typeof by>[0]) => {
  const { version, contentVersion } = await one<{ version: number; contentVersion: number }>(
    'SELECT version, "contentVersion" FROM "Report" WHERE id = $1',
    [id],
  );
  return by(actor, version, midQuarter, contentVersion);
};

/** Starts the report of an agency for the running quarter and writes everything that it owes. */
async function written(agencyId: string) {
  const id = await reportOf(plan, agencyId);
  const reporter = await makeAccount('reporter', agencyId);
  granted(await startReport(id, await contextOf(id, reporter)));
  const taskIds = (await textsOf(id)).map(({ taskId }) => taskId);
  granted(
    await saveReport(
      id,
      typed(taskIds, () => completeEntry),
      await contextOf(id, reporter),
    ),
  );
  return { id, reporter };
}

async function textsOf(id: string) {
  return (
    (await findStoredReport(db, id))?.entries.map(({ taskId, taskText, progress }) => ({
      taskId,
      taskText,
      progress,
    })) ?? []
  );
}

const [first, second] = [0, 1];
const corrected = () => ({
  kind: 'corrected' as const,
  taskId: plan.tasks[first] as string,
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
      reasons: [{ taskId: plan.tasks[first] as string, section: null, text: '请补充' }],
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
    expect(numbers).toEqual([{ number: `N${plan.code}` }]);
  });
});

describe('a task that is moved to another agency', () => {
  const moved = () => ({ kind: 'moved' as const, taskId: plan.tasks[second] as string, leads: [plan.agencies[1]] });

  test('goes out of the old agency’s report, where its text stays, and comes into the new one’s', async () => {
    const [old, fresh] = [await written(plan.agencies[0]), await written(plan.agencies[1])];
    granted(await amend(plan, moved()));
    expect((await textsOf(old.id)).map(({ taskId }) => taskId)).toEqual([plan.tasks[0]]);
    expect((await textsOf(fresh.id)).map(({ taskId, progress }) => [taskId, progress])).toEqual([
      [plan.tasks[1], ''],
      [plan.tasks[2], completeEntry.progress],
    ]);
    const kept = await one<{ progress: string; takenOutAt: Date }>(
      `SELECT content ->> 'progress' AS progress, "takenOutAt" FROM "Entry" WHERE "reportId" = $1 AND "taskId" = $2`,
      [old.id, plan.tasks[1]],
    );
    expect(kept).toMatchObject({ progress: completeEntry.progress, takenOutAt: expect.any(Date) });
    granted(await fileReport(old.id, await contextOf(old.id, old.reporter)));
    const { snapshot } = await one<{ snapshot: { entries: { taskId: string }[] } }>(
      'SELECT snapshot FROM "FiledVersion" WHERE "reportId" = $1',
      [old.id],
    );
    expect(snapshot.entries.map(({ taskId }) => taskId)).toEqual([plan.tasks[0]]);
  });

  test('back again brings the text that was written', async () => {
    const { id } = await written(plan.agencies[0]);
    granted(await amend(plan, moved()));
    granted(await amend(plan, { ...moved(), leads: [plan.agencies[0]] }));
    expect((await textsOf(id)).map(({ progress }) => progress)).toEqual([
      completeEntry.progress,
      completeEntry.progress,
    ]);
  });

  test('stays in a report of the old agency that is filed', async () => {
    const { id, reporter } = await written(plan.agencies[0]);
    granted(await fileReport(id, await contextOf(id, reporter)));
    granted(await amend(plan, moved()));
    expect(await textsOf(id)).toHaveLength(2);
    expect(await storedReport(id)).toMatchObject({ status: 'filed' });
  });

  test('tells both agencies what it does to them', async () => {
    const [old, fresh] = [await written(plan.agencies[0]), await written(plan.agencies[1])];
    granted(await amend(plan, moved()));
    const changesOf = async (id: string) =>
      (await eventsOf(id)).filter(({ name }) => name === 'report-tasks-changed').map(({ detail }) => detail.change);
    expect(await changesOf(old.id)).toEqual(['removed']);
    expect(await changesOf(fresh.id)).toEqual(['added']);
  });

  test('is led by the old agency before and by the new one from then on, for everybody who reads it', async () => {
    granted(await amend(plan, moved(), '2020Q3'));
    const task = await getTask(`${plan.code}-02`);
    const nameOf = (id: string) => `T${id.slice(0, 8)}`;
    expect(task?.leadAgency.code).toBe(nameOf(plan.agencies[1]));
    expect(task?.leads).toMatchObject([
      { code: nameOf(plan.agencies[0]), fromPeriod: null, untilPeriod: '2020Q3' },
      { code: nameOf(plan.agencies[1]), fromPeriod: '2020Q3', untilPeriod: null },
    ]);
  });
});

describe('a task that is ended', () => {
  const ended = (index: number) => ({ kind: 'ended' as const, taskId: plan.tasks[index] as string });

  test('leaves its agency, if it was the last one, without a report to file, and its earlier report as it was', async () => {
    const { id, reporter } = await written(plan.agencies[2]);
    granted(await amend(plan, ended(3)));
    const owed = await sql(
      `SELECT p.quarter, r.owed FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId"
       WHERE r."agencyId" = $1 ORDER BY 1`,
      [plan.agencies[2]],
    );
    expect(owed).toEqual([
      { quarter: '2020Q1', owed: true },
      { quarter: '2020Q2', owed: false },
      { quarter: '2020Q3', owed: false },
      { quarter: '2020Q4', owed: false },
    ]);
    expect(codeOf(await fileReport(id, await contextOf(id, reporter)))).toBe('no-task-left');
  });

  test('is amended no more', async () => {
    granted(await amend(plan, ended(3)));
    expect(codeOf(await amend(plan, ended(3)))).toBe('task-ended');
  });
});

test('a split task ends, and its parts begin; merged ones likewise', async () => {
  const { id } = await written(plan.agencies[0]);
  const [a, b] = plan.agencies;
  granted(
    await amend(plan, {
      kind: 'split',
      taskId: plan.tasks[0] as string,
      into: [taskOf(a, '甲部分'), taskOf(b, '乙部分')],
    }),
  );
  expect((await textsOf(id)).map(({ taskText }) => taskText)).toEqual(['第2项任务，按季推进', '甲部分']);
  const named = await db.task.findMany({
    where: { planId: plan.id, text: { in: ['甲部分', '乙部分'] } },
    select: { id: true },
  });
  const taskIds = named.map((task) => task.id);
  granted(await amend(plan, { kind: 'merged', taskIds, facts: taskOf(a, '合并任务') }));
  expect((await textsOf(id)).map(({ taskText }) => taskText)).toEqual(['第2项任务，按季推进', '合并任务']);
  const kinds = await sql(
    'SELECT kind::text, count(*)::int FROM "TaskAmendment" WHERE "planId" = $1 GROUP BY 1 ORDER BY 1',
    [plan.id],
  );
  expect(kinds).toEqual([
    { kind: 'merged', count: 3 },
    { kind: 'split', count: 3 },
  ]);
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
  const { amendTask } = await import('@/lib/plans/tasks/amendments/mutations');
  const { periodCode } = await import('@/lib/domain/calendar/period');
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
