import { describe, expect, test } from 'vitest';
import { checkPlanFile } from '@/lib/imports/plan/plan-json';
import { type CheckedPlan, taskLines } from '../support/plan-samples';

const check = (name: string, text: string, year: number | null = null): Promise<CheckedPlan> =>
  checkPlanFile(name, Buffer.from(text), year);

const problemsOf = (checked: CheckedPlan) =>
  (checked.problems ?? []).map(({ message: _message, ...problem }) => problem);

describe('lists without a table', () => {
  test('a lead and a responsible unit on lines of their own lead and support', async () => {
    const text = [
      '某区人民政府关于下达2023年重点任务的通知',
      '一、稳定运行',
      '1.推进工业增长，规上工业增加值增长7%。',
      '牵头单位：区工信局',
      '责任单位：区发改局、区统计局，各街道',
      '2.培育企业50家。',
      '牵头单位：区商务局',
      '责任单位：全区经济运行各专班，各相关单位',
      '完成时限：11月底前',
    ].join('\n');
    expect(taskLines(await check('list.txt', text))).toEqual([
      '1|一、稳定运行|推进工业增长，规上工业增加值增长7%。||区工信局|区发改局+区统计局+[各街道]|',
      '2|一、稳定运行|培育企业50家。||区商务局|[全区经济运行各专班]+[各相关单位]|2023-11-30',
    ]);
  });

  test('a bracket at the end of the text names leads, supports and the time limit', async () => {
    const text = [
      '某州人民政府关于印发2020年重点工作的通知',
      '（一）深化改革',
      '1.完善通关机制。（牵头单位：州商务局；责任单位：州财政局、州税务局及州直相关单位，各县市人民政府，6月底完成）',
      '2.优化服务。（州政务服务局、州大数据局牵头，州级各有关部门按职责分工负责）',
      '3.9月底前，建成平台。（牵头单位：州数据局）',
    ].join('\n');
    expect(taskLines(await check('brackets.txt', text))).toEqual([
      '1|（一）深化改革|完善通关机制。||州商务局|州财政局+州税务局+[州直相关单位]+[各县市人民政府]|2020-06-30',
      '2|（一）深化改革|优化服务。||州政务服务局+州大数据局|[州级各有关部门]|',
      '3|（一）深化改革|9月底前，建成平台。||州数据局||2020-09-30',
    ]);
  });

  test('one responsible unit after several items of one number is meant for all of them', async () => {
    const text = [
      '某市2017年应急任务分解',
      '（一）基础能力',
      '1.风险管理',
      '（1）普查风险。',
      '（2）建立台账。',
      '责任单位：市应急局、市水务局',
    ].join('\n');
    expect(taskLines(await check('shared.txt', text))).toEqual([
      '1|（一）基础能力>1.风险管理|普查风险。||市应急局+市水务局||',
      '2|（一）基础能力>1.风险管理|建立台账。||市应急局+市水务局||',
    ]);
  });

  test('an item without a lead among others that have one is a problem at its line', async () => {
    const text = '某市2026年工作要点\n1.建平台。（牵头单位：市数据局）\n2.建中心。\n3.建站点。（牵头单位：市体育局）';
    expect(problemsOf(await check('list.txt', text))).toEqual([{ code: 'lead-missing', line: 3 }]);
  });
});

describe('tables', () => {
  test('cells that were merged before an export as .csv hold for the rows below', async () => {
    const text = [
      '序号,民生实事,主要内容,责任单位,完成时限',
      '5,改善出行,新建道路3条,"区交通局',
      '区住建局",12月底前',
      ',,新建泊位500个,,9月投入使用',
      '6,绿化城区,植树1万株,区园林局,5月中旬前',
    ].join('\n');
    expect(taskLines(await check('merged.csv', text, 2021))).toEqual([
      '5||改善出行|新建道路3条|区交通局+区住建局||2021-12-31',
      '5||改善出行|新建泊位500个|区交通局+区住建局||2021-09-30',
      '6||绿化城区|植树1万株|区园林局||2021-05-20',
    ]);
  });

  test('a table in GB18030 is read as what it says', async () => {
    // 序号,任务,牵头单位 / 1,建设平台,市数据局 in GBK.
    const gbk = 'D0F2BAC52CC8CECEF12CC7A3CDB7B5A5CEBB0A312CBDA8C9E8C6BDCCA82CCAD0CAFDBEDDBED60A';
    expect(taskLines(await checkPlanFile('gbk.csv', Buffer.from(gbk, 'hex'), 2026))).toEqual([
      '1||建设平台||市数据局||',
    ]);
  });

  test('the leader of a district is no unit, and a name in brackets is not split', async () => {
    const text = [
      '序号\t项目名称\t主要内容\t区政府分管领导\t牵头单位\t配合单位',
      '1\t河道整治\t清淤3公里\t张三\t高新园(邹区镇、薛家镇)\t各街道',
    ].join('\n');
    expect(taskLines(await check('tabs.txt', text, 2021))).toEqual([
      '1||河道整治|清淤3公里|高新园(邹区镇、薛家镇)|[各街道]|',
    ]);
  });

  test('headings of two depths and a typed total are no tasks', async () => {
    const text = [
      '| 序号 | 重点任务 | 责任单位 | 完成时间 |',
      '| --- | --- | --- | --- |',
      '| 一、经济 | | | |',
      '| （一）工业 | | | |',
      '| 1 | 技改100项 | 市工信局（牵头）、市财政局 | 持续推进 |',
      '| 二、民生 | | | |',
      '| 2 | 建学校2所 | 市教育局牵头，市住建局配合 | 2026年8月 |',
      '| 合计 | 2 | | |',
    ].join('\n');
    expect(taskLines(await check('markdown.txt', text))).toEqual([
      '1|一、经济>（一）工业|技改100项||市工信局|市财政局|standing',
      '2|二、民生|建学校2所||市教育局|市住建局|2026-08-31',
    ]);
  });

  test('a table by agency names its agency once, and every task is counted', async () => {
    const text = '责任单位,工作任务\n市水务局,治理河道\n,修复湿地\n市气象局,建设雷达站';
    expect(taskLines(await check('agency.csv', text, 2026))).toEqual([
      '1||治理河道||市水务局||',
      '2||修复湿地||市水务局||',
      '3||建设雷达站||市气象局||',
    ]);
  });
});

/** The beginning of a compound file with the entry of a stream in its directory. */
const compoundWith = (stream: string) =>
  Buffer.concat([Buffer.from('D0CF11E0A1B11AE1', 'hex'), Buffer.from(`${stream}\0`, 'utf16le')]);

describe('problems', () => {
  test('a name that is one character from another of the file is unknown, but two usual departments are two', async () => {
    const rows = ['1,甲,市财政局,市民政局', '2,乙,市发展改革委,市财政局', '3,丙,市发展改委,市民政局'];
    const checked = await check('names.csv', `序号,任务,牵头单位,配合单位\n${rows.join('\n')}`, 2026);
    expect(problemsOf(checked)).toEqual([{ code: 'agency-unknown', line: 4, column: '牵头单位' }]);
  });

  test.each([
    ['2026年2月30日', 'due-no-day', undefined],
    ['尽快', 'due-unclear', 'warning'],
  ])('the time limit %s is named at its cell', async (limit, code, severity) => {
    const checked = await check('limit.csv', `序号,任务,牵头单位,完成时限\n1,甲,市水务局,${limit}`, 2026);
    expect(problemsOf(checked)).toEqual([{ code, line: 2, column: '完成时限', ...(severity && { severity }) }]);
    expect(checked.ok).toBe(severity === 'warning');
  });

  test('a plan without any year asks for it', async () => {
    const text = '序号,任务,牵头单位,完成时限\n1,甲,市水务局,年底前';
    expect(problemsOf(await check('year.csv', text))).toEqual([{ code: 'year-missing' }]);
    expect(taskLines(await check('year.csv', text, 2027))).toEqual(['1||甲||市水务局||2027-12-31']);
  });

  test('a text without tasks says so', async () => {
    expect(problemsOf(await check('letter.txt', '各单位：\n请于月底前报送。'))).toEqual([
      { code: 'tasks-missing', line: 1 },
    ]);
  });

  test.each([
    ['empty.txt', Buffer.alloc(0), 'file-empty'],
    ['notice.pdf', Buffer.from('%PDF-1.7 …'), 'file-kind'],
    ['broken.docx', Buffer.from('PK\u0003\u0004 and no more'), 'file-damaged'],
    ['locked.xlsx', compoundWith('EncryptedPackage'), 'file-with-password'],
    ['old.doc', compoundWith('WordDocument'), 'file-of-old-word'],
    ['old.xls', compoundWith('Workbook'), 'file-of-old-excel'],
    ['large.txt', Buffer.alloc(20_000_001, 'a'), 'file-too-large'],
    ['long.csv', Buffer.from('1,甲,市水务局\n'.repeat(100_000)), 'too-many-rows'],
  ])('the file %s is refused by what it is', async (name, file, code) => {
    const checked = await checkPlanFile(name, file, null);
    expect(problemsOf(checked)).toEqual([{ code }]);
  });
});

test('the notice of 2020 has its 35 tasks of 16 agencies', async () => {
  const { readFileSync } = await import('node:fs');
  const checked = await checkPlanFile('notice.txt', readFileSync('prisma/seed/notice-2020.txt'), null);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  expect(checked.tasks).toHaveLength(35);
  const agencies = [...new Set(checked.tasks.map(({ leads }) => leads[0]))];
  expect(agencies.map((agency) => checked.tasks.filter(({ leads }) => leads[0] === agency).length)).toEqual([
    2, 3, 3, 5, 3, 2, 2, 2, 1, 2, 1, 3, 3, 1, 1, 1,
  ]);
});
