import 'server-only';
import { countLines } from './cell-lines';
import type { Cell, WorkbookColumn } from './workbook';

/** In points: one line of 10 pt, the padding of a row, and the greatest height of a row. */
const line = 15;
const padding = 3;
const highest = 409;

/** Most lines that a row can show. */
export const mostLines = Math.floor((highest - padding) / line);

/**
 * Gives the height in points that a row needs for its wrapped texts, up to the greatest possible. Some programs measure
 * again when a cell is changed, but not all do on opening the file.
 */
export function rowHeight(cells: readonly Cell[], columns: readonly WorkbookColumn[]): number {
  const lines = columns.map((column, index) => countLines(cells[index], column));
  return Math.min(highest, Math.max(1, ...lines) * line + padding);
}
