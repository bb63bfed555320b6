import 'server-only';
import { widthOf } from '../text-width';
import type { Cell, WorkbookColumn } from './workbook';

const blank = ' ';

/** Wraps a text without line breaks: words of narrow characters stay together, unless no line holds one. */
function wrapped(text: string, room: number): string[] {
  const lines: string[] = [];
  let [begin, width] = [0, 0];
  /** The latest place where the line may end, and how wide it is up to there. */
  let [gap, widthToGap] = [0, 0];
  let index = 0;
  let before = blank;
  for (const character of text) {
    const own = widthOf(character);
    if (own > 1 || before === blank || widthOf(before) > 1) [gap, widthToGap] = [index, width];
    if (width + own > room && character !== blank) {
      const [end, taken] = gap > begin ? [gap, widthToGap] : [index, width];
      lines.push(text.slice(begin, end));
      [begin, width] = [end, width - taken];
    }
    width += own;
    index += character.length;
    before = character;
  }
  return [...lines, text.slice(begin)];
}

/** The lines into which a column wraps a cell; one that the text itself ends keeps its line break. */
export function cellLines(cell: Cell | undefined, { width }: WorkbookColumn): string[] {
  // A column is as wide as half a character; a little of a cell is its margin, and a line may end early: none begins
  // with a comma.
  const room = width - 2;
  const texts = String(cell ?? '').split('\n');
  return texts.flatMap((text, index) => {
    const lines = wrapped(text, room);
    return index < texts.length - 1 ? lines.with(-1, `${lines.at(-1)}\n`) : lines;
  });
}
