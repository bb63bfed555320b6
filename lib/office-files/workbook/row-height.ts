import 'server-only';
import { countLines } from './cell-lines';
import type { Cell, Sheet, WorkbookColumn } from './workbook';

/** In points: one line of 10 pt, the padding of a row, and the greatest height of a row. */
const line = 15;
const padding = 3;
const highest = 409;

/** Lines that a row shows of a text which is not shown whole. */
const linesOfSingleRow = 6;

/** Most lines that a row can show. */
export const mostLines = Math.floor((highest - padding) / line);

/**
 * Gives the height in points that a row needs for its wrapped texts, up to the greatest possible of its layout. Some
 * programs measure again when a cell is changed, but not all do on opening the file.
 */
export function rowHeight(
  cells: readonly Cell[],
  columns: readonly WorkbookColumn[],
  layout: Sheet['layout'] = 'whole',
): number {
  const most = layout === 'single' ? linesOfSingleRow : mostLines;
  const lines = Math.max(1, ...columns.map((column, index) => countLines(cells[index], column)));
  return lines > most && layout === 'whole' ? highest : Math.min(most, lines) * line + padding;
}
