import 'server-only';
import type { RowPlace, SourceRow } from './plan-source';

/** A cell of a column: one that covers several columns stands in the first of them, the others are empty. */
export type GridCell = {
  text: string;
  /** Number of columns that it covers; 0 where another one covers this column. */
  span: number;
  isContinued: boolean;
  hasTable: boolean;
};

export type GridRow = { place: RowPlace; cells: GridCell[]; isHidden: boolean };

const covered: GridCell = { text: '', span: 0, isContinued: false, hasTable: false };

/** Lays rows out in columns; a cell that continues the one above has its text. */
export function gridOf(rows: readonly SourceRow[]): GridRow[] {
  let above: readonly GridCell[] = [];
  return rows.map(({ place, cells, isHidden = false }) => {
    const laid: GridCell[] = [];
    for (const { text, span, isContinued = false, hasTable = false } of cells) {
      const held = isContinued ? (above[laid.length]?.text ?? '') : text;
      laid.push({ text: held, span, isContinued, hasTable });
      for (let further = 1; further < span; further += 1) laid.push(covered);
    }
    above = laid;
    return { place, cells: laid, isHidden };
  });
}

/** The columns in which a row has a text of its own. */
export const filledColumns = ({ cells }: GridRow): number[] =>
  cells.flatMap(({ text, isContinued }, column) => (text !== '' && !isContinued ? [column] : []));
