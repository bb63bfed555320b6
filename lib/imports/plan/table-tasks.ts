import 'server-only';
import type { ColumnKind } from '@/lib/domain/plan/plan-import';
import { filledColumns, type GridCell, type GridRow, gridOf } from './grid';
import { type Heading, headingLevel, withHeading } from './headings';
import type { PlanProblem, ProblemCell, SourceRow } from './plan-source';
import { type DraftTask, emptyTask, placedKinds } from './plan-task';
import { type Columns, findHeader, isByAgency, readHeader } from './table-columns';
import {
  cellProblems,
  chapterIn,
  isDitto,
  isNone,
  isNote,
  isSignature,
  isTotal,
  misfitOf,
  numeralsAreChapters,
} from './table-rows';
import { assignmentOf, bracketsIn } from './unit-brackets';
import { assignedUnits, type Unit } from './units';

export type ReadTable = {
  tasks: DraftTask[];
  problems: PlanProblem[];
  columns: Columns;
  /** The texts above the header. */
  before: string[];
  /** The first row that is not the header's or above it. */
  begin: number;
};

/** Reads the rows of one table, from above: headings, repeated headers and what continues the row above are no tasks. */
class TableReader {
  readonly tasks: DraftTask[] = [];
  readonly problems: PlanProblem[] = [];
  private path: Heading[] = [];
  /** Units that stand beside a heading: they lead what is below it and names none. */
  private ofHeading: Unit[] = [];
  /** The texts of the row above, for a cell that repeats them. */
  private readonly above = new Map<ColumnKind, string>();
  private readonly hasChapters: boolean;

  constructor(
    private readonly columns: Columns,
    private readonly isTyped: boolean,
    rows: readonly GridRow[],
  ) {
    this.hasChapters = numeralsAreChapters(rows, columns);
  }

  read(row: GridRow): void {
    const filled = filledColumns(row);
    const [only] = filled;
    const first = row.cells[only ?? 0]?.text ?? '';
    if (filled.length === 0) return;
    if (isTotal(first) || isSignature(row)) return;
    if (filled.length === 1 && only !== undefined && this.readAlone(row, only, first)) return;
    if (this.readHeadingWithUnits(row, filled)) return;
    const chapter = this.hasChapters ? chapterIn(row, this.columns) : null;
    if (chapter !== null) {
      this.enter(chapter, []);
      return;
    }
    const misfit = misfitOf(row, this.columns);
    if (misfit) {
      this.problems.push(misfit);
      return;
    }
    this.problems.push(...cellProblems(row, this.columns));
    this.readTask(row);
  }

  /** Reads a row with one text: a note, a further task of the agency above, or a heading. False where it is a task. */
  private readAlone(row: GridRow, column: number, text: string): boolean {
    if (isNote(text) || isNone(text)) return true;
    const { isByAgency } = this.columns;
    const isHeading =
      (row.cells[column]?.span ?? 1) > 1 ||
      row.cells.length === 1 ||
      headingLevel(text) === 0 ||
      headingLevel(text) === 1;
    if (isByAgency && column === 0 && this.isTyped && !isHeading) {
      const above = this.tasks.at(-1);
      if (above) this.tasks.push({ ...this.empty(row), leads: above.leads, text });
      return above !== undefined;
    }
    const isContinued = row.cells.some((cell) => cell.isContinued);
    if (isContinued || (!isHeading && this.kindAt(column) !== 'number' && this.kindAt(column) !== 'heading'))
      return false;
    if (/^\d+$/.test(text)) return false;
    this.enter(text, []);
    return true;
  }

  private enter(heading: string, units: Unit[]): void {
    this.path = withHeading(this.path, heading);
    this.ofHeading = units;
  }

  /** Reads a heading over several columns beside which its leads stand. False where the row is none. */
  private readHeadingWithUnits(row: GridRow, filled: readonly number[]): boolean {
    const [first = 0, second] = filled;
    const cell = row.cells[first];
    const isHeading = cell !== undefined && cell.span > 1 && headingLevel(cell.text) !== null;
    if (!isHeading || filled.length !== 2 || second === undefined || this.kindAt(second) !== 'leads') return false;
    this.enter(cell.text, assignedUnits(row.cells[second]?.text ?? '', 'leads').leads);
    return true;
  }

  private kindAt(column: number): ColumnKind | null {
    return this.columns.kinds[column] ?? null;
  }

  private cell(row: GridRow, kind: ColumnKind): GridCell | undefined {
    const column = this.columns.kinds.indexOf(kind);
    return column < 0 ? undefined : row.cells[column];
  }

  private textOf(row: GridRow, kind: ColumnKind): string {
    const printed = this.cell(row, kind)?.text ?? '';
    const text = isDitto(printed) ? (this.above.get(kind) ?? '') : isNone(printed) ? '' : printed;
    this.above.set(kind, text);
    return text;
  }

  private empty({ place }: GridRow): DraftTask {
    const columns: DraftTask['columns'] = {};
    for (const kind of placedKinds) {
      const column = this.columns.kinds.indexOf(kind);
      if (column >= 0) columns[kind] = { column, name: this.columns.names[column] ?? '' };
    }
    const path = this.path.map(({ text }) => text);
    return { ...emptyTask(place), path, columns };
  }

  private numberOf(row: GridRow): string | null {
    const cell = this.cell(row, 'number');
    if (this.columns.isByAgency || !cell) return null;
    const text = /^[０-９]/.test(cell.text) ? cell.text.normalize('NFKC') : cell.text;
    return text.replace(/[.、．]$/, '') || null;
  }

  private readTask(row: GridRow): void {
    const task = this.empty(row);
    task.number = this.numberOf(row);
    task.text = this.textOf(row, 'text');
    task.content = this.textOf(row, 'content') || null;
    task.target = this.textOf(row, 'target') || null;
    task.shortTitle = this.textOf(row, 'short') || null;
    task.code = this.textOf(row, 'code') || null;
    // 无 says there that the printed time limit is no day, as against an empty cell.
    task.dueOn = this.cell(row, 'due-on')?.text ?? '';
    task.due = this.textOf(row, 'due');
    task.remark = this.textOf(row, 'remark') || null;
    task.path.push(...this.headingColumns(row));
    const lead = assignedUnits(this.textOf(row, 'leads'), 'leads');
    const support = assignedUnits(this.textOf(row, 'supports'), 'supports');
    task.leads = [...lead.leads, ...support.leads];
    task.supports = [...lead.supports, ...support.supports];
    this.takeFromText(task);
    this.takeFromAbove(row, task);
    if (task.leads.length === 0) task.leads = this.ofHeading;
    this.report(row, task);
    this.tasks.push(task);
  }

  /** A task without units in their column may name them in a bracket at its end. */
  private takeFromText(task: DraftTask): void {
    const found = task.leads.length === 0 ? bracketsIn(task.text) : null;
    if (!found) return;
    task.text = found.rest;
    for (const { leads, supports, due } of found.said.map(assignmentOf)) {
      task.leads.push(...leads);
      task.supports.push(...supports);
      task.due ||= due;
    }
  }

  private headingColumns(row: GridRow): string[] {
    return this.columns.kinds.flatMap((kind, column) => {
      const cell = row.cells[column];
      return kind === 'heading' && cell && cell.text !== '' && !isNone(cell.text) ? [cell.text] : [];
    });
  }

  /** In a text that was merged before, only the first of the merged rows has what all of them share. */
  private takeFromAbove(row: GridRow, task: DraftTask): void {
    const above = this.tasks.at(-1);
    const has = (kind: ColumnKind) => this.columns.kinds.includes(kind);
    const { isByAgency } = this.columns;
    if (!above || !this.isTyped) return;
    if (isByAgency && task.leads.length === 0 && (this.cell(row, 'number')?.text ?? '') === '')
      task.leads = above.leads;
    const isSame =
      has('number') && !isByAgency && task.number === null && task.text === '' && (task.content || task.target);
    if (!isSame) return;
    task.number = above.number;
    task.text = above.text;
    task.path = above.path;
    if (task.leads.length === 0) task.leads = above.leads;
    if (task.supports.length === 0) task.supports = above.supports;
  }

  private report(row: GridRow, task: DraftTask): void {
    const cellOf = (kind: ColumnKind): ProblemCell => {
      const column = this.columns.kinds.indexOf(kind);
      return column < 0 ? { row: row.place } : { row: row.place, column, name: this.columns.names[column] };
    };
    const values = { number: task.number ?? 'none' };
    if (row.isHidden) this.problems.push({ code: 'row-hidden', severity: 'warning', at: { row: row.place } });
    if (task.text === '') this.problems.push({ code: 'text-missing', at: cellOf('text'), values });
    // A cell over several columns has been reported as what it is.
    const isCovered = this.cell(row, 'leads')?.span === 0;
    if (task.leads.length === 0 && !isCovered)
      this.problems.push({ code: 'lead-missing', at: cellOf('leads'), values });
  }
}

/** Gives the columns as somebody has assigned them, under the names that the header has. */
function assigned(kinds: (ColumnKind | null)[], header: Columns | undefined): Columns {
  const names = header?.names ?? kinds.map(() => '');
  return { names, kinds, headerRows: header?.headerRows ?? 0, isByAgency: isByAgency(kinds) };
}

type Known = {
  /** The columns of a table before, which one without a header continues. */
  before: Columns | null;
  /** The meanings that somebody has given to the columns. */
  assigned?: (ColumnKind | null)[];
};

/** Reads a table of tasks; null for a table that has no header by which it would be one, and no known columns. */
export function readTable(rows: readonly SourceRow[], isTyped: boolean, known: Known): ReadTable | null {
  const grid = gridOf(rows);
  const header = findHeader(grid);
  const continues = known.before !== null && grid[0]?.cells.length === known.before.kinds.length;
  const columns = known.assigned
    ? assigned(known.assigned, header?.columns)
    : (header?.columns ?? (continues ? known.before : null));
  if (!columns?.kinds.some((kind) => kind !== null)) return null;
  const begin = header ? header.index + header.columns.headerRows : 0;
  const reader = new TableReader(columns, isTyped, grid.slice(begin));
  for (let index = begin; index < grid.length; index += 1) {
    const repeated = readHeader(grid, index);
    if (repeated) index += repeated.headerRows - 1;
    else if (grid[index]) reader.read(grid[index] as GridRow);
  }
  const before = grid.slice(0, header?.index ?? 0).flatMap((row) => row.cells.map(({ text }) => text).filter(Boolean));
  return { tasks: reader.tasks, problems: reader.problems, columns, before, begin };
}
