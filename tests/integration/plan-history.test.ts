import { beforeAll, describe, expect, test } from 'vitest';
import { eventLines, eventName } from '@/components/plans/history/event-words';
import { planEvents } from '@/lib/domain/plan/plan-lifecycle';
import { listPlanEvents } from '@/lib/plans/history/data';
import { getT } from '@/lib/text/get-t';
import { type MadePlan, makeDraft } from '../support/plan-desk';
import { sql } from '../support/sql';
import { storeCalendar } from '../support/writing';

const t = getT();
let plan: MadePlan;

beforeAll(async () => {
  await storeCalendar();
  plan = await makeDraft();
});

const range = { number: 1, size: 100 };

/** Records an event of the plan, and gives how its record says the latest one. */
async function said(name: string, detail: object | null): Promise<{ name: string; lines: string[] }> {
  const { code, id, coordinator } = plan;
  await sql(`INSERT INTO "Event" (name, "accountId", detail) VALUES ($1, $2, $3)`, [
    name,
    coordinator.accountId,
    JSON.stringify({ planId: id, planCode: code, ...detail }),
  ]);
  const { events } = await listPlanEvents(plan, range);
  const [latest] = events;
  if (!latest) throw new Error('the record is empty');
  return { name: eventName(t, latest.name), lines: eventLines(t, latest, 'quarterly') };
}

const rule = (nthWorkingDay: number) => ({ nthWorkingDay, inclusive: true, cutoff: '24:00' });
const deadline = (dueOn: string, closesAt: string) => ({ dueOn, closesAt, provisional: false });
const tasks = [{ number: '1', title: '新建高架桥' }];

const recorded: [name: string, detail: object, words: string, lines: string[]][] = [
  ['plan-drafted', { title: '计划', copiedFrom: '2019' }, '新建草稿', ['由计划“2019”复制']],
  [
    'plan-changed',
    { before: { title: '甲', firstPeriod: null }, after: { title: '乙', firstPeriod: '2020Q2' } },
    '修改草稿',
    ['标题：甲 → 乙', '首个报送周期：（空） → 2020年第二季度'],
  ],
  ['plan-changed', { changed: ['tasks'], task: '新建高架桥' }, '修改草稿', ['填写任务：新建高架桥']],
  ['plan-changed', { changed: ['tasks'], removed: '新建高架桥' }, '修改草稿', ['删除任务：新建高架桥']],
  ['plan-changed', { changed: ['tasks'], moved: '修路', place: 3 }, '修改草稿', ['任务移到第3项：修路']],
  [
    'plan-changed',
    { importId: 'x', fileName: '任务.xlsx', tasks: { added: 2, changed: 1, gone: 0 } },
    '修改草稿',
    ['文件“任务.xlsx”', '新增2项、修改1项、删去0项任务'],
  ],
  ['plan-changed', { agency: '市建委', cause: 'merged' }, '修改草稿', ['“市建委”的任务转给其他单位']],
  ['plan-form-changed', { before: null, after: { sections: [] } }, '修改填报内容', []],
  ['plan-issued', { title: '计划', periods: ['2020Q1', '2020Q2'], tasks: 61 }, '下达', ['61项任务', '2个报送周期']],
  ['plan-discarded', { title: '计划' }, '作废草稿', []],
  ['plan-renumbered', { before: { a: '1', b: '2' }, after: { a: '2', b: '2' } }, '调整单位编号', ['1家单位的编号']],
  [
    'plan-contact-set',
    { before: { contactPerson: '' }, after: { contactPerson: '王五' } },
    '修改联系方式',
    ['联系人：（空） → 王五'],
  ],
  [
    'plan-late-filing-set',
    { before: { afterClosing: 'closed' }, after: { afterClosing: 'late_filing_open' } },
    '修改截止后的规定',
    ['截止后：截止后停止报送，补报须先延期或者开放补报 → 截止后仍可补报，按逾期统计'],
  ],
  [
    'task-amended',
    { kind: 'corrected', fromPeriod: '2020Q2', reason: '会议纪要', tasks },
    '变更任务',
    ['更正，自2020年第二季度起执行', '任务：1 新建高架桥', '原因：会议纪要'],
  ],
  [
    'period-opening-moved',
    { quarter: '2020Q2', before: '2020-06-20', after: '2020-06-25' },
    '调整开始填报日期',
    ['2020年第二季度', '开始填报：2020年6月20日 → 2020年6月25日'],
  ],
  ['period-closed', { quarter: '2020Q2', reason: '停' }, '停止报送', ['2020年第二季度', '原因：停']],
  ['period-reopened', { quarter: '2020Q2', reason: '开' }, '恢复报送', ['2020年第二季度', '原因：开']],
  ['period-skipped', { quarter: '2020Q2', reason: '免' }, '免于报送', ['2020年第二季度', '原因：免']],
  ['period-resumed', { quarter: '2020Q2', reason: '报' }, '取消免报', ['2020年第二季度', '原因：报']],
  [
    'deadline-moved',
    {
      quarter: '2020Q1',
      before: deadline('2020-04-03', '2020-04-03T16:00:00.000Z'),
      after: deadline('2020-04-07', '2020-04-07T16:00:00.000Z'),
      reason: '清明',
      cause: 'calendar',
    },
    '调整截止时间',
    ['2020年第一季度', '截止时间：2020年4月3日（周五）24:00 → 2020年4月7日（周二）24:00', '原因：清明'],
  ],
  ['plan-closed', { title: '计划', open: 3, closedAt: '2020-03-10T02:00:00.000Z' }, '结束', ['3份报告未报送']],
  ['plan-reopened', { title: '计划', reason: '继续' }, '恢复执行', ['原因：继续']],
  ['plan-imported', { fileName: '任务.docx', tasks: 61 }, '导入任务', ['文件“任务.docx”', '61项任务']],
  ['plan-import-compared', { importId: 'x', differences: 4 }, '按文件调整任务', ['4处不同']],
  ['agencies-assigned', { agencyIds: ['a', 'b'], reviewerId: null }, '分派审核人', ['2家单位，审核人：（无）']],
  ['chasing-ladder-set', { ladder: [{}, {}] }, '调整催办安排', ['2个步骤']],
];

describe('the record of a plan', () => {
  test.each(recorded)('says %s %j in words', async (name, detail, words, lines) => {
    expect(await said(name, detail)).toEqual({ name: words, lines });
  });

  test('names a rule before and after', async () => {
    const { name, lines } = await said('plan-rule-changed', {
      before: { deadlineRule: rule(3) },
      after: { deadlineRule: rule(5) },
      reason: '市领导批示',
      moved: 2,
    });
    expect(name).toBe('更改截止规则');
    expect(lines[0]).toMatch(/^截止规则：每季度结束后.*第3个工作日.* → 每季度结束后.*第5个工作日/);
    expect(lines[1]).toBe('原因：市领导批示');
  });

  test('has words for every event that a command on a plan records', () => {
    const unsaid = Object.values(planEvents).filter(({ event }) => event && eventName(t, event) === '其他变更');
    expect(unsaid).toEqual([]);
  });

  test('shows an event whose detail nothing here can read', async () => {
    expect(await said('plan-changed', { before: 7, after: [null], tasks: 'x', quarter: 'never', reason: {} })).toEqual({
      name: '修改草稿',
      lines: [],
    });
  });

  test('names the person to whom agencies were assigned', async () => {
    const reviewerId = plan.coordinator.accountId;
    const [{ displayName } = {}] = await sql<{ displayName: string }>(
      'SELECT "displayName" FROM "Account" WHERE id = $1',
      [reviewerId],
    );
    const { lines } = await said('agencies-assigned', { agencyIds: ['a'], reviewerId });
    expect(lines).toEqual([`1家单位，审核人：${displayName}`]);
  });
});
