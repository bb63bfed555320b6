import 'server-only';
import { firstWide, widthOfUnit } from '@/lib/office-files/text-width';
import type { Cell, WorkbookColumn } from './workbook';

const blank = 0x20;
const lineBreak = 0x0a;

/**
 * Wraps a text, and calls `taken` with the beginning and end of each line; a line break belongs to the line that it
 * ends. Words of half-width characters are not split unless a word is longer than a line. It creates no strings,
 * because a ledger has millions of lines.
 */
function wrap(text: string, available: number, taken: (begin: number, end: number) => void): void {
  let [begin, width] = [0, 0];
  // The last position at which the line may end, and its width up to there.
  let [gap, widthToGap] = [0, 0];
  let before = blank;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    const own = widthOfUnit(unit);
    if (own > 1 || before === blank || (before >= firstWide && own > 0)) [gap, widthToGap] = [index, width];
    if (unit === lineBreak) {
      taken(begin, index + 1);
      [begin, width] = [index + 1, 0];
    } else if (own > 0 && width + own > available && unit !== blank) {
      const [end, taking] = gap > begin ? [gap, widthToGap] : [index, width];
      taken(begin, end);
      [begin, width] = [end, width - taking + own];
    } else width += own;
    before = unit === lineBreak ? blank : unit;
  }
  taken(begin, text.length);
}

/**
 * The column's width in half characters, less two for the cell's margins and for punctuation, because no line begins
 * with a comma.
 */
const availableIn = ({ width }: WorkbookColumn) => width - 2;

/** Gives the number of lines into which a column wraps a cell. */
export function countLines(cell: Cell | undefined, column: WorkbookColumn): number {
  let lines = 0;
  wrap(String(cell ?? ''), availableIn(column), () => {
    lines += 1;
  });
  return lines;
}

/** Gives the lines themselves; a line that ends at a line break includes it. */
export function cellLines(cell: Cell | undefined, column: WorkbookColumn): string[] {
  const text = String(cell ?? '');
  const lines: string[] = [];
  wrap(text, availableIn(column), (begin, end) => lines.push(text.slice(begin, end)));
  return lines;
}
