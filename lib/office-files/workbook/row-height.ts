import 'server-only';
import { countLines } from './cell-lines';
import type { Cell, WorkbookColumn } from './workbook';

/** Points: one line of 10 pt, what stands around them, and the most that a row can have. */
const line = 15;
const padding = 3;
const highest = 409;

/** Lines that the highest row shows. */
export const mostLines = Math.floor((highest - padding) / line);

/**
 * Points that a row needs for its wrapped texts, as far as a row can have them. A program that knows better measures
 * anew when a cell is changed; not every one does when it opens the file.
 */
export function rowHeight(cells: readonly Cell[], columns: readonly WorkbookColumn[]): number {
  const lines = columns.map((column, index) => countLines(cells[index], column));
  return Math.min(highest, Math.max(1, ...lines) * line + padding);
}
