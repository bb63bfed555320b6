import 'server-only';
import type { PlanProblemCode } from '@/lib/domain/plan/plan-import';

/**
 * The row of a source: a line of a text, a row of a Word table, a row of a sheet, counted from 1; or a row that somebody
 * added in the preview. In a draft every row has a number of its own, by which it is found again.
 */
export type RowPlace = (
  | { line: number }
  | { table: number; row: number }
  | { sheet: string; sheetRow: number }
  | { added: number }
) & { id?: number };

/** The cell of a problem: its column from 0 and the name of that column; without a name, the whole row is meant. */
export type ProblemCell = { row: RowPlace; column?: number; name?: string };

/** The place of a problem, as people find it in their file. `column` is the name in the header, or its number. */
type Place = {
  added?: number;
  line?: number;
  table?: number;
  row?: number;
  column?: string | number;
  sheet?: string;
  cell?: string;
};

/** A cell as its source has it: it may cover several columns, and continue the cell above. */
export type SourceCell = {
  text: string;
  /** Number of columns that it covers, 1 or more. */
  span: number;
  /** Merged with the cell above, whose text holds here too. */
  isContinued?: boolean;
  /** A table inside the cell was read as text. */
  hasTable?: boolean;
};

export type SourceRow = {
  place: RowPlace;
  cells: SourceCell[];
  /** Hidden in its sheet. */
  isHidden?: boolean;
};

/** The content of a file, in its order. Rows of a text may have too few cells; those of Word and Excel are whole. */
export type SourceBlock =
  | { kind: 'paragraph'; text: string; place: RowPlace }
  | { kind: 'table'; rows: SourceRow[]; isTyped: boolean };

export type PlanProblem = {
  code: PlanProblemCode;
  severity?: 'warning';
  /** Null for a problem of the whole file. */
  at: ProblemCell | null;
  /** Values that the sentence names. */
  values?: Record<string, string | number>;
};

export type SourceResult = { ok: true; blocks: SourceBlock[] } | { ok: false; problems: PlanProblem[] };

const letters = (column: number): string =>
  column < 0 ? '' : letters(Math.floor(column / 26) - 1) + String.fromCharCode(65 + (column % 26));

/** Gives the place of a problem as people find it: a typed or Word table names the column by its header. */
export function placeOf(at: ProblemCell | null): Place {
  if (at === null) return {};
  const { id: _, ...row } = at.row;
  if ('sheet' in row) return { sheet: row.sheet, cell: `${letters(at.column ?? 0)}${row.sheetRow}` };
  return at.name === undefined ? row : { ...row, column: at.name || (at.column ?? 0) + 1 };
}
