import { Readable } from 'node:stream';
import { beforeAll, expect, test } from 'vitest';
import { readSource } from '@/lib/imports/plan/source-of-file';
import { findImport } from '@/lib/plans/import/data';
import { faultyWorkbook } from '@/lib/plans/import/faulty-workbook';
import { gathered } from '../support/documents';
import { begun, edit, given, reading, setImportScene } from '../support/plan-import-scene';

beforeAll(setImportScene);

async function fetchedBack(id: string) {
  const stored = await findImport(id);
  if (!stored) throw new Error('no import');
  const { name, bytes } = await faultyWorkbook(stored);
  const source = await readSource(`${name}.xlsx`, await gathered(Readable.from(bytes)));
  if (!source.ok) throw new Error(JSON.stringify(source.problems));
  const rows = source.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return { name, rows: rows.map(({ cells }) => cells.map(({ text }) => text)) };
}

test('a faulty file is fetched back with each problem in a column 问题 beside its row', async () => {
  const { name, rows } = await fetchedBack(await begun('m1-missing-cell.txt'));
  expect(name).toBe('m1-missing-cell：标注问题');
  const [header = [], ...tasks] = rows;
  expect(header.at(-1)).toBe('问题');
  expect(tasks.map((row) => row.at(-1))).toEqual([
    '',
    '这一行应有5格，只有3格，不能确定“各区人民政府”属于哪一列。',
    '任务3没有牵头单位。',
  ]);
});

test('what was mended in the preview is in the file, and a row that was left out is not', async () => {
  const id = await begun('m1-missing-cell.txt');
  const { reading: first } = await reading(id);
  const [short, empty] = first.problems.map(({ at }) => at?.row.id ?? 0) as [number, number];
  given(await edit(id, { kind: 'cell', row: empty, column: 2, text: '市教委' }, ''));
  given(await edit(id, { kind: 'row-out', row: short, isOut: true }));
  const { rows } = await fetchedBack(id);
  expect(rows).toHaveLength(3);
  expect(rows[2]).toContain('市教委');
  expect(rows.map((row) => row.at(-1))).toEqual(['问题', '', '']);
});
