import type { PastedElement, PastedNode } from './pasted-node';

/** More columns or rows than these, that one merged cell claims, are a mistake of the source. */
const mostSpanned = 100;

const isElement = (node: PastedNode): node is PastedElement => typeof node !== 'string';
const inside = (element: PastedElement, names: readonly string[]) =>
  element.children.filter(isElement).filter(({ name }) => names.includes(name));

/** Says whether a cell of a table holds a table: then the outer one lays out a page. */
export function hasTableWithin(table: PastedElement): boolean {
  return table.children.some((child) => isElement(child) && (child.name === 'table' || hasTableWithin(child)));
}

/** Word closes a table with a row of no height and no text, which only measures the columns. */
const isMeasure = (row: PastedElement) => row.attributes.height === '0';

function rowsWithin(table: PastedElement): PastedElement[] {
  const rows = table.children
    .filter(isElement)
    .flatMap((child) => (child.name === 'tr' ? [child] : inside(child, ['tr'])));
  return rows.filter((row) => !isMeasure(row));
}

const spanOf = (value: string | undefined) => Math.min(Math.max(Math.trunc(Number(value)) || 1, 1), mostSpanned);

/**
 * Gives the rows of a table with their cells in their columns: a merged cell has its text in its first place, and empty
 * cells in the others.
 */
export function rowsOfTable(table: PastedElement, textOf: (cell: PastedElement) => string): string[][] {
  const rows = rowsWithin(table);
  const grid: (string | undefined)[][] = rows.map(() => []);
  rows.forEach((row, top) => {
    let left = 0;
    for (const cell of inside(row, ['td', 'th'])) {
      while (grid[top]?.[left] !== undefined) left += 1;
      fill(grid, { top, left }, cell);
      (grid[top] as string[])[left] = textOf(cell);
      left += 1;
    }
  });
  const width = Math.max(0, ...grid.map((cells) => cells.length));
  return grid.map((cells) => Array.from({ length: width }, (_, column) => cells[column] ?? ''));
}

/** Takes the places of a cell in the grid. */
function fill(grid: (string | undefined)[][], place: { top: number; left: number }, cell: PastedElement): void {
  const bottom = Math.min(place.top + spanOf(cell.attributes.rowspan), grid.length);
  for (const row of grid.slice(place.top, bottom)) {
    for (let column = 0; column < spanOf(cell.attributes.colspan); column += 1) row[place.left + column] ??= '';
  }
}
