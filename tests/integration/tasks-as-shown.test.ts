import { beforeAll, expect, test } from 'vitest';
import { periodCode } from '@/lib/domain/calendar/period';
import { listTaskPage } from '@/lib/plans/tasks/data';
import { listReportedTasks } from '@/lib/statistics/entries/data';
import { type AmendedPlan, amend, makeAmendedPlan, midQuarter, taskOf } from '../support/amended-plan';
import { division } from '../support/counted-year';
import { one, sql } from '../support/sql';

let plan: AmendedPlan;

beforeAll(async () => {
  plan = await makeAmendedPlan();
  const [taskId = ''] = plan.tasks;
  for (const quarter of ['2020Q1', '2020Q2']) {
    const report = await one<{ id: string }>(
      `UPDATE "Report" r SET status = 'accepted' FROM "ReportingPeriod" p
       WHERE p.id = r."periodId" AND p."planId" = $1 AND p.quarter = $2 AND r."agencyId" = $3 RETURNING r.id`,
      [plan.id, quarter, plan.agencies[0]],
    );
    await sql(
      `INSERT INTO "Entry" (id, "reportId", "taskId", content, "updatedAt")
       VALUES (uuidv7(), $1, $2, '{"light": "normal", "problems": ""}', now())`,
      [report.id, taskId],
    );
  }
  const facts = taskOf(plan.agencies[0], '建设算力中心');
  expect(await amend(plan, { kind: 'corrected', taskId, facts }, '2020Q2')).toMatchObject({ ok: true });
});

test('a search of statistics finds a task by the text that it has in the period of the report', async () => {
  const filter = { planCode: plan.code, periodCode: null, now: midQuarter, light: null };
  const found = async (search: string) => {
    const { tasks, total } = await listReportedTasks(division, { ...filter, search }, { number: 1, size: 20 });
    expect(total).toBe(tasks.length);
    return tasks.map((task) => [task.periodCode, task.taskText]);
  };
  expect(await found('第1项任务')).toEqual([[periodCode('2020Q1'), '第1项任务，按季推进']]);
  expect(await found('建设算力中心')).toEqual([[periodCode('2020Q2'), '建设算力中心']]);
});

test('the desk lists the tasks of a plan page by page, and finds them by their text, target and agencies', async () => {
  const listed = async (search: string, number: number, size: number) => {
    const { tasks, total } = await listTaskPage(plan.id, search, { number, size });
    return [total, tasks.map(({ position }) => position)];
  };
  const { name } = await one<{ name: string }>('SELECT name FROM "Agency" WHERE id = $1', [plan.agencies[2]]);
  await sql(`UPDATE "Task" SET target = '建成投用' WHERE id = $1`, [plan.tasks[1]]);
  expect(await listed('', 1, 3)).toEqual([4, [1, 2, 3]]);
  expect(await listed('', 2, 3)).toEqual([4, [4]]);
  expect(await listed('', 3, 3)).toEqual([4, []]);
  expect(await listed('按季推进', 1, 2)).toEqual([3, [2, 3]]);
  expect(await listed('投用', 1, 20)).toEqual([1, [2]]);
  expect(await listed(name, 1, 20)).toEqual([1, [4]]);
  expect(await listed('没有这个词', 1, 20)).toEqual([0, []]);
});
