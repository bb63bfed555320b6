import 'server-only';
import { cellLines, countLines } from './cell-lines';
import { mostLines } from './row-height';
import type { Cell, WorkbookColumn } from './workbook';

/** A text in pieces of which the highest row shows each. */
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
 * The rows of the sheet that one row takes: where no row is high enough for a text, it goes on below, and what rows are
 * found by is repeated beside it. So nothing is lost on paper, and a filter shows all of it.
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
