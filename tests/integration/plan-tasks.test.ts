import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { periodCode } from '@/lib/domain/calendar/period';
import { plainTask } from '@/lib/domain/plan/task';
import { listAmendments } from '@/lib/plans/tasks/amendments/data';
import { amendTypedTask, endTask, mergeTasks, splitTask } from '@/lib/plans/tasks/amendments/typed/mutations';
import { findPlanTasks } from '@/lib/plans/tasks/data';
import { placeDraftTask, removeDraftTask, writeDraftTask } from '@/lib/plans/tasks/draft/mutations';
import { storeReports, storeTasks } from '@/lib/plans/tasks/mutations';
import { amendedTaskSchema, draftTaskSchema } from '@/lib/schemas/plan-task';
import { db } from '@/lib/server/database/db';
import { type AmendedPlan, makeAmendedPlan, midQuarter } from '../support/amended-plan';
import { setDemonstrationClock } from '../support/clock';
import { agencyCodeOf } from '../support/reports';
import { one, sql } from '../support/sql';
import { codeOf, granted } from '../support/writing';

beforeAll(() => setDemonstrationClock(midQuarter));

let plan: AmendedPlan;
beforeEach(async () => {
  plan = await makeAmendedPlan();
});

const context = () => ({ actor: plan.coordinator, now: midQuarter, address: '' });
const nameOf = (index: 0 | 1 | 2) => agencyCodeOf(plan.agencies[index]);

async function typed<Fields extends object>(task: string, fields: Fields) {
  const { version } = await one<{ version: number }>('SELECT version FROM "Plan" WHERE id = $1', [plan.id]);
  return { plan: plan.code, version, task, ...fields };
}

describe('a task of a draft', () => {
  beforeEach(async () => {
    await sql(`UPDATE "Plan" SET status = 'draft' WHERE id = $1`, [plan.id]);
  });

  test('is stored with every part that was typed, its agencies by their names or a group', async () => {
    await sql(
      `INSERT INTO "AgencyGroup" (id, name) VALUES ('00000000-0000-4000-8000-00000000000a', '各区人民政府') ON CONFLICT DO NOTHING`,
    );
    await sql(`DELETE FROM "AgencyGroupMember"`);
    for (const agencyId of plan.agencies.slice(1))
      await sql(
        `INSERT INTO "AgencyGroupMember" ("groupId", "agencyId") VALUES ('00000000-0000-4000-8000-00000000000a', $1)`,
        [agencyId],
      );
    const input = draftTaskSchema.parse(
      await typed('', {
        number: '（三）',
        headings: '一、总体要求\n（一）目标',
        text: '新建示范基地',
        measures: '选址\n开工',
        target: '建成三个',
        dueText: '2020年12月底前',
        dueKind: 'by_date',
        dueOn: '2020-12-31',
        leads: nameOf(0),
        supports: '各区人民政府',
        indicators: [
          { name: '基地', unit: '个', target: '3', periodTargets: { '2020Q2': '1' }, cumulative: 'on' },
          { name: '' },
        ],
        milestones: [{ name: '开工', dueOn: '2020-08-01' }],
      }),
    );
    granted(await writeDraftTask(input, context()));
    const stored = (await findPlanTasks(plan.code)).at(-1);
    expect(stored).toMatchObject({
      code: `${plan.code}-05`,
      facts: {
        number: '（三）',
        headings: ['一、总体要求', '（一）目标'],
        measures: ['选址', '开工'],
        dueOn: '2020-12-31',
        leads: [plan.agencies[0]],
        groups: [{ part: 'support', name: '各区人民政府' }],
        indicators: [
          {
            name: '基地',
            unit: '个',
            baseline: null,
            target: 3,
            periodTargets: { '2020Q2': 1 },
            cumulative: true,
            better: 'up',
          },
        ],
        milestones: [{ name: '开工', dueOn: '2020-08-01' }],
      },
    });
    expect(stored?.facts.supports.toSorted()).toEqual(plan.agencies.slice(1).toSorted());
  });

  test('of an agency that the register does not have is refused by the name', async () => {
    const input = draftTaskSchema.parse(await typed('', { text: '任务', leads: '没有这个局' }));
    expect(await writeDraftTask(input, context())).toEqual({
      ok: false,
      refusal: { code: 'agency-name-unknown', name: '没有这个局' },
    });
  });

  test('moves to another place and goes, and the others are numbered again', async () => {
    granted(await placeDraftTask({ plan: plan.code, version: 0, task: `${plan.code}-04`, place: 1 }, context()));
    granted(await removeDraftTask({ plan: plan.code, version: 1, task: `${plan.code}-02` }, context()));
    expect((await findPlanTasks(plan.code)).map(({ code, facts }) => [code, facts.text])).toEqual([
      [`${plan.code}-01`, '第4项任务，按季推进'],
      [`${plan.code}-02`, '第2项任务，按季推进'],
      [`${plan.code}-03`, '第3项任务，按季推进'],
    ]);
    const terms = { fromPeriod: periodCode('2020Q2'), reason: '会议纪要' };
    const input = { ...(await typed(`${plan.code}-01`, {})), ...terms };
    expect(codeOf(await endTask(input, context()))).toBe('plan-wrong-status');
  });
});

test('what is typed on a task of an issued plan is a correction, and a move where it has other leads alone', async () => {
  const terms = { fromPeriod: '2020Q3', reason: '会议纪要' };
  const text = '第1项任务，按季推进';
  const moved = amendedTaskSchema.parse(
    await typed(`${plan.code}-01`, { text, leads: `${nameOf(1)}、${nameOf(0)}`, ...terms }),
  );
  granted(await amendTypedTask(moved, context()));
  const corrected = amendedTaskSchema.parse(
    await typed(`${plan.code}-02`, { text: '更正', leads: nameOf(0), ...terms }),
  );
  granted(await amendTypedTask(corrected, context()));
  const rows = await listAmendments(plan.id);
  expect(rows.map(({ kind, task }) => [kind, task.number]).toSorted()).toEqual([
    ['corrected', 2],
    ['moved', 1],
  ]);
  expect(rows.find(({ kind }) => kind === 'moved')?.after).toEqual({ leads: [plan.agencies[1], plan.agencies[0]] });
});

test('a task is split with the leads of its parts, and merged with others by their numbers', async () => {
  const terms = { fromPeriod: periodCode('2020Q2'), reason: '会议纪要' };
  const parts = [
    { text: '甲部分', leads: [] },
    { text: '乙部分', leads: [nameOf(2)] },
  ];
  granted(await splitTask({ ...(await typed(`${plan.code}-01`, {})), ...terms, parts }, context()));
  const merged = { others: [6], text: '合并', leads: [nameOf(0)] };
  granted(await mergeTasks({ ...(await typed(`${plan.code}-05`, {})), ...terms, ...merged }, context()));
  expect((await findPlanTasks(plan.code)).map(({ facts, endedFrom }) => [facts.text, endedFrom])).toEqual([
    ['第1项任务，按季推进', '2020Q2'],
    ['第2项任务，按季推进', null],
    ['第3项任务，按季推进', null],
    ['第4项任务，按季推进', null],
    ['甲部分', '2020Q2'],
    ['乙部分', '2020Q2'],
    ['合并', null],
  ]);
});

test('4,000 tasks with two leads each are stored with their reports, once', async () => {
  const facts = Array.from({ length: 4000 }, (_, index) =>
    plainTask(`批量任务${index}`, [...plan.agencies.slice(0, 2)]),
  );
  await db.$transaction(
    async (transaction) => {
      await storeTasks(transaction, plan.id, facts);
      await storeReports(transaction, plan.id);
    },
    { timeout: 60_000 },
  );
  const [counted] = await sql<{ tasks: number; leads: number; reports: number }>(
    `SELECT (SELECT count(*)::int FROM "Task" WHERE "planId" = $1) AS tasks,
       (SELECT count(*)::int FROM "TaskLead" d JOIN "Task" t ON t.id = d."taskId" WHERE t."planId" = $1) AS leads,
       (SELECT count(*)::int FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId" WHERE p."planId" = $1) AS reports`,
    [plan.id],
  );
  expect(counted).toEqual({ tasks: 4004, leads: 8004, reports: 12 });
});
