import 'server-only';
import type { ColumnKind, DraftEdit, HeadField, UnitChoice } from '@/lib/domain/plan/plan-import';
import { gridOf } from './grid';
import type { SourceBlock, SourceCell, SourceRow } from './plan-source';

type TableBlock = Extract<SourceBlock, { kind: 'table' }>;

/** A file as it was read, with the changes of people: what the preview shows and what is read again after each of them. */
export type PlanDraft = {
  /** Every row, also those that were left out. */
  blocks: SourceBlock[];
  out: ReadonlySet<number>;
  columns: ReadonlyMap<number, (ColumnKind | null)[]>;
  head: ReadonlyMap<HeadField, string>;
  units: ReadonlyMap<string, UnitChoice>;
};

/** Gives every row and paragraph a number, by which the changes of people find it. */
export function numberedRows(blocks: readonly SourceBlock[]): SourceBlock[] {
  let count = 0;
  const next = () => {
    count += 1;
    return count;
  };
  return blocks.map((block) =>
    block.kind === 'paragraph'
      ? { ...block, place: { ...block.place, id: next() } }
      : { ...block, rows: block.rows.map((row) => ({ ...row, place: { ...row.place, id: next() } })) },
  );
}

const widthOf = (cells: readonly SourceCell[]) => cells.reduce((width, { span }) => width + span, 0);

/** Makes a cell over several columns one for each of them; its text stays in the first. */
function split(cells: SourceCell[], index: number): void {
  const cell = cells[index];
  if (!cell || cell.span === 1) return;
  const rest = Array.from({ length: cell.span - 1 }, (): SourceCell => ({ text: '', span: 1 }));
  cells.splice(index, 1, { ...cell, span: 1 }, ...rest);
}

/** The place of the cell that covers a column, after a row that is too short was filled up. */
function indexAt(cells: SourceCell[], column: number, width: number): { index: number; begin: number } {
  while (widthOf(cells) < Math.max(width, column + 1)) cells.push({ text: '', span: 1 });
  let begin = 0;
  const index = cells.findIndex(({ span }) => {
    begin += span;
    return column < begin;
  });
  return { index, begin: begin - (cells[index]?.span ?? 1) };
}

class EditedBlocks {
  readonly blocks: SourceBlock[];
  private readonly tables: { block: TableBlock; width: number }[];

  constructor(source: readonly SourceBlock[]) {
    this.blocks = source.map((block) =>
      block.kind === 'paragraph'
        ? { ...block }
        : { ...block, rows: block.rows.map((row) => ({ ...row, cells: [...row.cells] })) },
    );
    const tables = this.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
    this.tables = tables.map((block) => ({
      block,
      width: Math.max(0, ...block.rows.map((row) => widthOf(row.cells))),
    }));
  }

  private find(id: number): { block: TableBlock; index: number; row: SourceRow; width: number } | null {
    for (const { block, width } of this.tables) {
      const index = block.rows.findIndex((row) => row.place.id === id);
      const row = block.rows[index];
      if (row) return { block, index, row, width };
    }
    return null;
  }

  setCell({ row: id, column, text }: { row: number; column: number; text: string }): void {
    const found = this.find(id);
    if (!found) {
      const paragraph = this.blocks.find((block) => block.kind === 'paragraph' && block.place.id === id);
      if (paragraph?.kind === 'paragraph') paragraph.text = text;
      return;
    }
    const { cells } = found.row;
    const at = indexAt(cells, column, found.width);
    if (cells[at.index]?.isContinued) this.release(found.block, found.index, column);
    if (column !== at.begin) split(cells, at.index);
    const index = column === at.begin ? at.index : at.index + column - at.begin;
    cells[index] = { text, span: cells[index]?.span ?? 1 };
  }

  /** The rows below that belonged to the same merged cell keep its text. */
  private release(block: TableBlock, index: number, column: number): void {
    const below = block.rows[index + 1];
    if (!below) return;
    const at = indexAt(below.cells, column, 0);
    const cell = below.cells[at.index];
    const text = gridOf(block.rows.slice(0, index + 2))[index + 1]?.cells[at.begin]?.text ?? '';
    if (cell?.isContinued) below.cells[at.index] = { ...cell, text, isContinued: false };
  }

  splitCell(id: number, column: number): void {
    const found = this.find(id);
    if (found) split(found.row.cells, indexAt(found.row.cells, column, found.width).index);
  }

  addRow(id: number, after: number): void {
    const found = this.find(after);
    if (found) {
      const cells = Array.from({ length: found.width }, (): SourceCell => ({ text: '', span: 1 }));
      found.block.rows.splice(found.index + 1, 0, { place: { added: id, id }, cells });
      return;
    }
    const index = this.blocks.findIndex((block) => block.kind === 'paragraph' && block.place.id === after);
    if (index >= 0) this.blocks.splice(index + 1, 0, { kind: 'paragraph', text: '', place: { added: id, id } });
  }
}

/** Applies the changes of people to a file as it was read, one after the other. */
export function draftOf(source: readonly SourceBlock[], edits: readonly DraftEdit[]): PlanDraft {
  const edited = new EditedBlocks(source);
  const out = new Set<number>();
  const columns = new Map<number, (ColumnKind | null)[]>();
  const head = new Map<HeadField, string>();
  const units = new Map<string, UnitChoice>();
  for (const edit of edits) {
    if (edit.kind === 'cell') edited.setCell(edit);
    else if (edit.kind === 'split') edited.splitCell(edit.row, edit.column);
    else if (edit.kind === 'row-added') edited.addRow(edit.row, edit.after);
    else if (edit.kind === 'row-out') edit.isOut ? out.add(edit.row) : out.delete(edit.row);
    else if (edit.kind === 'columns') columns.set(edit.table, edit.kinds);
    else if (edit.kind === 'head') head.set(edit.field, edit.text);
    else units.set(edit.name, edit.as);
  }
  return { blocks: edited.blocks, out, columns, head, units };
}

/** A table without some of its rows; a merged cell that began in one of them goes on below it. */
function withoutRows(rows: readonly SourceRow[], out: ReadonlySet<number>): SourceRow[] {
  const grid = gridOf(rows);
  return rows.flatMap((row, index): SourceRow[] => {
    if (out.has(row.place.id ?? 0)) return [];
    if (!out.has(rows[index - 1]?.place.id ?? 0)) return [row];
    let begin = 0;
    const cells = row.cells.map((cell) => {
      const { text = '' } = grid[index]?.cells[begin] ?? {};
      begin += cell.span;
      return cell.isContinued ? { ...cell, text, isContinued: false } : cell;
    });
    return [{ ...row, cells }];
  });
}

/** Gives the blocks of a draft that are read: without the rows that were left out. */
export function keptBlocks({ blocks, out }: PlanDraft): SourceBlock[] {
  if (out.size === 0) return blocks;
  return blocks.flatMap((block): SourceBlock[] => {
    if (block.kind === 'table') return [{ ...block, rows: withoutRows(block.rows, out) }];
    return out.has(block.place.id ?? 0) ? [] : [block];
  });
}
