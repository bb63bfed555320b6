import { describe, expect, test } from 'vitest';
import type { DraftEdit } from '@/lib/domain/plan/plan-import';
import { draftOf, numberedRows } from '@/lib/imports/plan/draft';
import { readDraft } from '@/lib/imports/plan/draft-reading';
import { standsAt } from '@/lib/imports/plan/draft-state';
import { fileTasks } from '@/lib/imports/plan/draft-tasks';
import { readHtmlSource } from '@/lib/imports/plan/html-source';
import { readSource } from '@/lib/imports/plan/source-of-file';

const register = { agencies: [], groups: new Map<string, string[]>() };

async function blocksOf(text: string, name = 'plan.csv') {
  const source = await readSource(name, Buffer.from(text));
  if (!source.ok) throw new Error(JSON.stringify(source.problems));
  return numberedRows(source.blocks);
}

async function read(text: string, edits: DraftEdit[], name?: string) {
  const draft = draftOf(await blocksOf(text, name), edits);
  return { draft, reading: readDraft(draft, register) };
}

const linesOf = ({ reading }: Awaited<ReturnType<typeof read>>) =>
  reading.tasks.map(({ number, text, leads }) => `${number}|${text}|${leads.join('+')}`);

const table = '序号,任务,牵头单位\n1,治理河道,市水务局\n2,修复湿地,市园林局';

describe('changes of a file', () => {
  test('a cell has the text that was typed', async () => {
    expect(linesOf(await read(table, [{ kind: 'cell', row: 2, column: 2, text: '市生态环境局' }]))).toEqual([
      '1|治理河道|市生态环境局',
      '2|修复湿地|市园林局',
    ]);
  });

  test('a row is left out and taken in again', async () => {
    const out: DraftEdit = { kind: 'row-out', row: 3, isOut: true };
    expect(linesOf(await read(table, [out]))).toEqual(['1|治理河道|市水务局']);
    expect(linesOf(await read(table, [out, { ...out, isOut: false }]))).toHaveLength(2);
  });

  test('a row is added below another and filled', async () => {
    const edits: DraftEdit[] = [
      { kind: 'row-added', row: 4, after: 2 },
      { kind: 'cell', row: 4, column: 0, text: '1a' },
      { kind: 'cell', row: 4, column: 1, text: '清淤' },
      { kind: 'cell', row: 4, column: 2, text: '市水务局' },
    ];
    expect(linesOf(await read(table, edits))).toEqual([
      '1|治理河道|市水务局',
      '1a|清淤|市水务局',
      '2|修复湿地|市园林局',
    ]);
  });

  test('columns that were recognised wrongly are read as they are assigned', async () => {
    const text = '甲,乙,丙\n1,市水务局,治理河道';
    const asked = await read(text, []);
    expect(asked.reading.problems.map(({ code }) => code)).toEqual(['header-missing']);
    const edits: DraftEdit[] = [
      { kind: 'columns', table: 0, kinds: ['number', 'leads', 'text'] },
      { kind: 'row-out', row: 1, isOut: true },
      { kind: 'head', field: 'year', text: '2026' },
    ];
    const mended = await read(text, edits);
    expect(mended.reading.problems).toEqual([]);
    expect(linesOf(mended)).toEqual(['1|治理河道|市水务局']);
  });

  test('a name whose agency somebody has chosen is no slip any more', async () => {
    const text = '序号,任务,牵头单位\n1,甲,市发展改革委\n2,乙,市发展改委\n3,丙,市发展改革委\n4,丁,市水务局';
    expect((await read(text, [])).reading.problems.map(({ code }) => code)).toContain('agency-unknown');
    const edits: DraftEdit[] = [
      { kind: 'unit', name: '市发展改委', as: { agencyId: '00000000-0000-4000-8000-000000000001' } },
      { kind: 'head', field: 'year', text: '2026' },
    ];
    const mended = await read(text, edits);
    expect(mended.reading.problems).toEqual([]);
    expect(mended.reading.units.map(({ name, tasks }) => [name, tasks])).toEqual([
      ['市发展改革委', 2],
      ['市发展改委', 1],
      ['市水务局', 1],
    ]);
  });

  test('a line of a text without a table is mended, and read again', async () => {
    const text = '某市2026年工作要点\n1.建平台。（牵头单位：市数据局）\n2.建中心。';
    const { reading } = await read(text, [], 'list.txt');
    const row = reading.problems[0]?.at?.row.id ?? 0;
    const mended = await read(
      text,
      [{ kind: 'cell', row, column: 0, text: '2.建中心。（牵头单位：市体育局）' }],
      'list.txt',
    );
    expect(mended.reading.problems).toEqual([]);
    expect(linesOf(mended)).toEqual(['1|建平台。|市数据局', '2|建中心。|市体育局']);
  });
});

describe('merged cells', () => {
  const html =
    '<table><tr><td>序号</td><td>任务</td><td>牵头单位</td></tr><tr><td>1</td><td>甲</td><td rowspan=3>市水务局</td></tr>' +
    '<tr><td>2</td><td>乙</td></tr><tr><td>3</td><td>丙</td></tr></table>';
  const leads = (edits: DraftEdit[]) => {
    const draft = draftOf(numberedRows(readHtmlSource(html)), edits);
    return readDraft(draft, register).tasks.map((task) => task.leads);
  };

  test('a change in the middle holds for its row alone', () => {
    expect(leads([{ kind: 'cell', row: 3, column: 2, text: '市园林局' }])).toEqual([
      ['市水务局'],
      ['市园林局'],
      ['市水务局'],
    ]);
  });

  test('a change at the beginning holds for all of them', () => {
    expect(leads([{ kind: 'cell', row: 2, column: 2, text: '市园林局' }])).toEqual([
      ['市园林局'],
      ['市园林局'],
      ['市园林局'],
    ]);
  });

  test('leaving out the row in which they begin keeps their text below', () => {
    expect(leads([{ kind: 'row-out', row: 2, isOut: true }])).toEqual([['市水务局'], ['市水务局']]);
  });
});

test('what stands at a cell is known, so that a late change can be refused', async () => {
  const { draft, reading } = await read(table, [{ kind: 'cell', row: 2, column: 2, text: '甲局' }]);
  const wanted: DraftEdit = { kind: 'cell', row: 2, column: 2, text: '乙局' };
  expect(standsAt(draft, reading, wanted)).toEqual({ stands: '甲局', wanted: '乙局' });
});

describe('the tasks that a plan stores', () => {
  const factsOf = async (text: string) => {
    const { reading } = await read(text, [{ kind: 'head', field: 'year', text: '2026' }]);
    return fileTasks(reading.tasks, (name) => [name]).map(({ facts }) => facts);
  };

  test('rows under one number that differ in their measures alone are measures of one task', async () => {
    const text =
      '序号,任务,举措,牵头单位,完成时限\n1,甲,一期,市水务局,年底前\n1,甲,二期,市水务局,年底前\n1,甲,三期,市水务局,每季度';
    expect((await factsOf(text)).map(({ measures, dueKind, dueOn }) => [measures, dueKind, dueOn])).toEqual([
      [['一期', '二期'], 'by_date', '2026-12-31'],
      [['三期'], 'each_period', null],
    ]);
  });

  test('an agency that leads does not also support', async () => {
    const text = '序号,任务,牵头单位,配合单位\n1,甲,市水务局,市水务局、市财政局';
    expect((await factsOf(text)).map(({ leads, supports }) => [leads, supports])).toEqual([
      [['市水务局'], ['市财政局']],
    ]);
  });

  test('a time limit that is no day is kept as it is printed', async () => {
    const [task] = await factsOf('序号,任务,牵头单位,完成时限\n1,甲,市水务局,尽快');
    expect([task?.dueText, task?.dueOn, task?.dueKind]).toEqual(['尽快', null, 'none']);
  });
});
