import { Document, Packer, Paragraph, Table, TableCell, TableRow, VerticalMergeType } from 'docx';
import { expect, test } from 'vitest';
import { checkPlanFile } from '@/lib/imports/plan/plan-json';

type Cell = string | { text: string; columns?: number; merge?: 'restart' | 'continue' };

const cellOf = (cell: Cell) => {
  const { text, columns, merge } = typeof cell === 'string' ? { text: cell } : cell;
  const children = text.split('\n').map((line) => new Paragraph(line));
  return new TableCell({
    children,
    columnSpan: columns,
    verticalMerge: merge && VerticalMergeType[merge === 'restart' ? 'RESTART' : 'CONTINUE'],
  });
};

/** A Word document of a title and one table. */
async function word(title: string, rows: readonly Cell[][]): Promise<Buffer> {
  const table = new Table({ rows: rows.map((cells) => new TableRow({ children: cells.map(cellOf) })) });
  return Packer.toBuffer(new Document({ sections: [{ children: [new Paragraph(title), table] }] }));
}

async function check(rows: readonly Cell[][]) {
  return checkPlanFile('plan.docx', await word('某市2026年重点任务分工表', rows), null);
}

test('units beside a heading lead the tasks below it that name none', async () => {
  const checked = await check([
    ['序号', '任务', '内容', '牵头单位'],
    [{ text: '一、产业', columns: 3 }, '市工信局'],
    ['1', '建平台', '甲', ''],
    ['2', '建中心', '乙', '市数据局'],
    [{ text: '二、民生', columns: 4 }],
    ['3', '建学校', '丙', ''],
  ]);
  expect(checked.ok).toBe(false);
  expect(checked.problems).toEqual([
    { code: 'lead-missing', table: 1, row: 6, column: '牵头单位', message: '任务3没有牵头单位。' },
  ]);
});

test('number, agency and heading merged downwards hold for every row', async () => {
  const checked = await check([
    ['类别', '序号', '任务', '责任单位', '完成时限'],
    [{ text: '交通', merge: 'restart' }, '1', '修路', { text: '市交通局\n市住建局', merge: 'restart' }, '9月底前'],
    [{ text: '', merge: 'continue' }, '2', '架桥', { text: '', merge: 'continue' }, '全年'],
  ]);
  if (!checked.ok) throw new Error(JSON.stringify(checked.problems));
  expect(checked.title).toBe('某市2026年重点任务分工表');
  expect(checked.tasks.map(({ number, path, text, leads, due }) => [number, path, text, leads, due?.on])).toEqual([
    ['1', ['交通'], '修路', ['市交通局', '市住建局'], '2026-09-30'],
    ['2', ['交通'], '架桥', ['市交通局', '市住建局'], '2026-12-31'],
  ]);
});

test('a cell over leads and supports is a problem at its row', async () => {
  const checked = await check([
    ['序号', '任务', '牵头单位', '配合单位'],
    ['1', '建平台', { text: '市数据局', columns: 2 }],
  ]);
  expect(checked.problems).toEqual([
    { code: 'cell-spans-columns', table: 1, row: 2, message: '“市数据局”横跨第3至4列，不能确定属于哪一列。' },
  ]);
});
