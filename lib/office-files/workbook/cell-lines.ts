import 'server-only';
import { firstWide, widthOfUnit } from '@/lib/office-files/text-width';
import type { Cell, WorkbookColumn } from './workbook';

const blank = 0x20;
const lineBreak = 0x0a;

/**
 * Wraps a text, and calls `taken` with where each line begins and ends; a line break belongs to the line that it ends.
 * Words of narrow characters stay together, unless no line holds one. It makes no strings: a ledger has millions of lines.
 */
function wrap(text: string, room: number, taken: (begin: number, end: number) => void): void {
  let [begin, width] = [0, 0];
  // The latest place where the line may end, and how wide it is up to there.
  let [gap, widthToGap] = [0, 0];
  let before = blank;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const own = widthOfUnit(unit);
    if (own > 1 || before === blank || (before >= firstWide && own > 0)) [gap, widthToGap] = [index, width];
    if (unit === lineBreak) {
      taken(begin, index + 1);
      [begin, width] = [index + 1, 0];
    } else if (own > 0 && width + own > room && unit !== blank) {
      const [end, taking] = gap > begin ? [gap, widthToGap] : [index, width];
      taken(begin, end);
      [begin, width] = [end, width - taking + own];
    } else width += own;
    before = unit === lineBreak ? blank : unit;
  }
  taken(begin, text.length);
}

/** A column is as wide as half a character; a little of a cell is its margin, and no line begins with a comma. */
const roomOf = ({ width }: WorkbookColumn) => width - 2;

/** Into how many lines a column wraps a cell. */
export function countLines(cell: Cell | undefined, column: WorkbookColumn): number {
  let lines = 0;
  wrap(String(cell ?? ''), roomOf(column), () => {
    lines += 1;
  });
  return lines;
}

/** The lines themselves; one that the text ends keeps its line break. */
export function cellLines(cell: Cell | undefined, column: WorkbookColumn): string[] {
  const text = String(cell ?? '');
  const lines: string[] = [];
  wrap(text, roomOf(column), (begin, end) => lines.push(text.slice(begin, end)));
  return lines;
}
