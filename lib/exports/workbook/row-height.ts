import 'server-only';
import { widthOf } from '../text-width';
import type { Cell, WorkbookColumn } from './workbook';

/** Points: one line of 10 pt, what stands around them, and the most that a row can have. */
const line = 15;
const padding = 3;
const highest = 409;

function linesOf(cell: Cell | undefined, { width }: WorkbookColumn): number {
  // A column is as wide as half a character; a little of a cell is its margin, and a line may end early: no line begins with a comma.
  const room = width - 2;
  return String(cell ?? '')
    .split('\n')
    .reduce((lines, text) => lines + Math.max(1, Math.ceil(widthOf(text) / room)), 0);
}

/**
 * Points that a row needs for its wrapped texts, as far as a row can have them. A program that knows better measures
 * anew when a cell is changed; not every one does when it opens the file.
 */
export function rowHeight(cells: readonly Cell[], columns: readonly WorkbookColumn[]): number {
  const lines = columns.map((column, index) => linesOf(cells[index], column));
  return Math.min(highest, Math.max(1, ...lines) * line + padding);
}
