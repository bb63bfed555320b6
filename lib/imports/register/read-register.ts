import 'server-only';
import type { FileCell, FileRow, RegisterColumn } from '@/lib/domain/agencies/register-rows';
import { type GridRow, gridOf } from '@/lib/imports/plan/grid';
import { placeOf, type SourceBlock } from '@/lib/imports/plan/plan-source';
import { readSource } from '@/lib/imports/plan/source-of-file';

/** The titles under which files have the columns. */
const titles: Record<RegisterColumn, readonly string[]> = {
  name: ['名称', '单位名称', '单位', '单位全称'],
  shortName: ['简称', '单位简称'],
  aliases: ['别名', '其他名称', '曾用名'],
  code: ['代码', '编号', '单位代码', '单位编号'],
  creditCode: ['统一社会信用代码', '信用代码'],
  kind: ['类别', '单位类别', '类型'],
  parent: ['上级单位', '上级', '主管单位'],
  position: ['顺序', '排序', '顺序号'],
};

const columnNames = Object.keys(titles) as RegisterColumn[];

const bare = (text: string) => text.normalize('NFKC').replace(/[\s*]/g, '');

type Columns = Map<RegisterColumn, number>;

/** The columns of a header, or null for a row that names no agencies. */
function columnsOf({ cells }: GridRow): Columns | null {
  const columns: Columns = new Map();
  for (const [index, { text }] of cells.entries()) {
    const column = columnNames.find((name) => titles[name].includes(bare(text)));
    if (column && !columns.has(column)) columns.set(column, index);
  }
  return columns.has('name') && columns.size > 1 ? columns : null;
}

function cellOf(row: GridRow, index: number): FileCell {
  const { cell, line, row: number } = placeOf({ row: row.place, column: index });
  const place = cell === undefined ? { line: line ?? number ?? 0 } : { cell };
  return { text: row.cells[index]?.text ?? '', place };
}

function rowsBelow(rows: readonly GridRow[], columns: Columns): FileRow[] {
  const filled = rows.filter(({ cells }) => [...columns.values()].some((index) => (cells[index]?.text ?? '') !== ''));
  return filled.map((row) => {
    const named = Object.fromEntries([...columns].map(([column, index]) => [column, cellOf(row, index)]));
    return named as FileRow;
  });
}

function rowsOfTable(block: SourceBlock): FileRow[] | null {
  if (block.kind !== 'table') return null;
  const grid = gridOf(block.rows);
  for (const [index, row] of grid.entries()) {
    const columns = columnsOf(row);
    if (columns) return rowsBelow(grid.slice(index + 1), columns);
  }
  return null;
}

/** Reads the agencies of a file by the titles of its first table that has a column for their names; null where none has. */
export async function readRegisterFile(file: File): Promise<FileRow[] | null> {
  const source = await readSource(file.name, Buffer.from(await file.arrayBuffer()));
  if (!source.ok) return null;
  for (const block of source.blocks) {
    const rows = rowsOfTable(block);
    if (rows) return rows;
  }
  return null;
}
