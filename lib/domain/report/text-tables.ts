/** Stands before, between and behind the cells of a row: FULLWIDTH VERTICAL LINE. */
const bar = '\uFF5C';

/**
 * A part of a text: lines as they were written, or a table whose rows have the same number of cells. The first row names the
 * columns where each of its cells says something and another row follows.
 */
export type TextBlock = { kind: 'lines'; text: string } | TextTable;
export type TextTable = { kind: 'table'; header: string[] | null; rows: string[][] };

/**
 * Writes the cells of a row as one line, which `cellsOf` reads again. A bar within a cell becomes a half-width one, or
 * what follows it would move into another column.
 */
export function tableRow(cells: readonly string[]): string {
  const words = cells.map((cell) => cell.replace(/\s+/g, ' ').trim().replaceAll(bar, '|'));
  return `${bar}${words.join(bar)}${bar}`;
}

/**
 * Reads the cells of a line that is a row of a table: it begins and ends with a bar and has one within. Null for every
 * other line, so that a bar in a sentence stays a bar.
 */
export function cellsOf(line: string): string[] | null {
  const row = line.trim();
  if (row.length < 3 || !row.startsWith(bar) || !row.endsWith(bar)) return null;
  const cells = row.slice(1, -1).split(bar);
  return cells.length > 1 ? cells.map((cell) => cell.trim()) : null;
}

/** Gives the parts of a text in their order; rows that follow each other are one table. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  for (const line of text.split('\n')) {
    const cells = cellsOf(line);
    const last = blocks[blocks.length - 1];
    if (cells && last?.kind === 'table') last.rows.push(cells);
    else if (cells) blocks.push({ kind: 'table', header: null, rows: [cells] });
    else if (last?.kind === 'lines') last.text += `\n${line}`;
    else blocks.push({ kind: 'lines', text: line });
  }
  return blocks.filter((block) => block.kind === 'table' || block.text.trim() !== '').map(evened);
}

/** Rows of one length, and lines without the empty ones that stand beside a table. */
function evened(block: TextBlock): TextBlock {
  if (block.kind === 'lines') return { ...block, text: block.text.replace(/^\n+|\n+$/g, '') };
  const width = Math.max(...block.rows.map((row) => row.length));
  const [first = [], ...others] = block.rows.map((row) => [...row, ...Array<string>(width - row.length).fill('')]);
  const isHeaded = others.length > 0 && first.every((cell) => cell !== '');
  return {
    kind: 'table',
    ...(isHeaded ? { header: first, rows: others } : { header: null, rows: [first, ...others] }),
  };
}
