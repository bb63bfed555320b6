import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { fileReport } from '@/lib/filing/mutations';
import { getTask } from '@/lib/plans/lists/data';
import { db } from '@/lib/server/database/db';
import { type AmendedPlan, amend, makeAmendedPlan, midQuarter, taskOf } from '../support/amended-plan';
import { setDemonstrationClock } from '../support/clock';
import { completeEntry } from '../support/report-states';
import { one, sql } from '../support/sql';
import { codeOf, eventsOf, granted, storeCalendar, storedReport } from '../support/writing';
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

describe('a task that is moved to another agency', () => {
  const moved = () => ({ kind: 'moved' as const, taskId: plan.tasks[1] as string, leads: [plan.agencies[1]] });

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
