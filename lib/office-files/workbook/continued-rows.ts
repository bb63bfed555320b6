import 'server-only';
import { cellLines, countLines } from './cell-lines';
import { mostLines } from './row-height';
import type { Cell, WorkbookColumn } from './workbook';

/** Splits a text into pieces that fit into the highest possible row. */
function piecesOf(cell: Cell | undefined, column: WorkbookColumn): Cell[] {
  if (countLines(cell, column) <= mostLines) return [cell ?? ''];
  const lines = cellLines(cell, column);
  const pieces: string[] = [];
  for (let first = 0; first < lines.length; first += mostLines)
    pieces.push(
      lines
        .slice(first, first + mostLines)
        .join('')
        .replace(/\n$/, ''),
    );
  return pieces;
}

/**
 * Gives the rows of the sheet for one row of the table: a text too long for the highest row continues in the rows
 * below, and the columns by which rows are found are repeated there. So nothing is missing on paper, and a filter shows
 * all of it.
 */
export function* continuedRows(
  cells: readonly Cell[],
  columns: readonly WorkbookColumn[],
): Generator<{ cells: Cell[]; isContinued: boolean }> {
  const pieces = columns.map((column, index) => piecesOf(cells[index], column));
  const rows = Math.max(...pieces.map(({ length }) => length));
  for (let row = 0; row < rows; row += 1) {
    const shown = columns.map(
      ({ isRepeated }, index) => pieces[index]?.[row] ?? (isRepeated ? pieces[index]?.[0] : ''),
    );
    yield { cells: shown.map((cell) => cell ?? ''), isContinued: row > 0 };
  }
}
