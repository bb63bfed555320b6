import { describe, expect, test } from 'vitest';
import { checkPlanFile } from '@/lib/imports/plan/plan-json';
import { taskLines } from '../support/plan-samples';

const check = (name: string, text: string) => checkPlanFile(name, Buffer.from(text), null);

const list = (...lines: string[]) => check('list.txt', ['某市2026年工作要点', ...lines].join('\n'));

describe('units in a text', () => {
  test('beside a chapter they lead the items below that name none', async () => {
    const checked = await list('一、经济（牵头单位：市发展改革委）', '1.修路。', '2.建桥。（牵头单位：市交通局）');
    expect(taskLines(checked)).toEqual(['1|一、经济|修路。||市发展改革委||', '2|一、经济|建桥。||市交通局||']);
  });

  test('items below a task that names its units are parts of its text', async () => {
    const checked = await list(
      '1.建设学校。（牵头单位：市教委）',
      '（1）新建2所。',
      '（2）改建3所。',
      '2.修路。（市交通局）',
    );
    expect(taskLines(checked)).toEqual([
      '1||建设学校。\n（1）新建2所。\n（2）改建3所。||市教委||',
      '2||修路。||市交通局||',
    ]);
  });

  test.each([
    ['建校。（2026年6月底前完成；市教委牵头）', '建校。||市教委||2026-06-30'],
    ['建校。（责任单位：市教委。配合单位：市财政局。）', '建校。||市教委|市财政局|'],
    ['建校（市教委，2026年9月底前）', '建校||市教委||2026-09-30'],
    ['建校。（市教委牵头）其中民办2所。', '建校。其中民办2所。||市教委||'],
    ['建校。【市教委】', '建校。||市教委||'],
    ['建校。责任单位：市教委。完成时限：6月底前。', '建校。||市教委||2026-06-30'],
    ['建校。【责任单位】市教委【完成时限】6月底前', '建校。||市教委||2026-06-30'],
    ['建校。（市教委会同市财政局、市住建局等部门负责）', '建校。||市教委|市财政局+市住建局|'],
    ['建校。（市教委负责，市财政局等有关部门配合）', '建校。||市教委|市财政局+[有关部门]|'],
    ['建校（市教委牵头）。修路（市交通局牵头）。', '建校（市教委牵头）。修路（市交通局牵头）。||市教委+市交通局||'],
  ])('%s', async (printed, line) => {
    expect(taskLines(await list(`1.${printed}`))).toEqual([`1||${line}`]);
  });

  test('a list goes on beyond its 999th task', async () => {
    const items = Array.from({ length: 1_001 }, (_, index) => `${index + 1}.修路。（市交通局牵头）`);
    expect(taskLines(await list(...items)).at(-1)).toBe('1001||修路。||市交通局||');
  });

  test('nothing behind the word of an annex belongs to the last task', async () => {
    expect(taskLines(await list('1.修路。（市交通局牵头）', '附件2', '联系人名单'))).toEqual(['1||修路。||市交通局||']);
  });
});

describe('forms of a file', () => {
  test.each([
    ['semicolons.csv', '某市2026年任务表\n序号;任务;牵头单位\n1;修路;市交通局'],
    ['tabs.csv', '关于科技，教育的2026年任务表\n序号\t任务\t牵头单位\n1\t修路\t市交通局'],
    ['signs.md', '# 某市2026年任务表\n\n| 序号 | **任务** | 牵头单位 |\n|:-:|---|---|\n| 1 | 修路 | **市交通局** |'],
    [
      'list.htm',
      '<h1>某市2026年工作要点</h1><ol><li>修路<span style="display:none">x</span>（市交通局牵头）</li></ol>',
    ],
    [
      'layout.htm',
      '<table><tr><td><h1>某市2026年任务表</h1><table><tr><th>序号</th><th>任务</th><th>牵头单位</th></tr><tr><td>1</td><td>修路</td><td>市交通局</td></tr></table></td></tr></table>',
    ],
  ])('%s', async (name, text) => {
    expect(taskLines(await check(name, text))).toEqual(['1||修路||市交通局||']);
  });

  test('line breaks and separators that are written in a cell of Markdown are those of its text', async () => {
    const text = '某市2026年任务表\n| 序号 | 任务 | 牵头单位 |\n|---|---|---|\n| 1 | A\\|B<br>互通 | 市数据局 |';
    expect(taskLines(await check('signs.md', text))).toEqual(['1||A|B\n互通||市数据局||']);
  });
});

describe('the head of a notice', () => {
  test.each([
    ['某市科技局\n二〇二六年三月二十六日', '津工信科[2026]3号'],
    ['某市科技局\n二O二六年三月二十六日', '津工信科【2026】3号'],
    ['某市科技局\n二０二六年三月二十六日', '津工信科（2026）3号'],
    ['某市科技局　　2026 年 3 月 26 日', '津工信科〔2026〕 3号'],
  ])('%s', async (signature, number) => {
    const table = '序号\t任务\t牵头单位\n1\t修路\t市交通局';
    const text = `${number}\n关于印发2026年任务的通知\n各区：\n请落实。\n${signature}\n附件\n任务表\n${table}`;
    expect(await check('notice.txt', text)).toMatchObject({
      ok: true,
      title: '关于印发2026年任务的通知',
      documentNumber: '津工信科〔2026〕3号',
      issuer: '某市科技局',
      issuedOn: '2026-03-26',
      year: 2026,
    });
  });
});
