import 'server-only';
import type { ColumnKind } from '@/lib/domain/plan/plan-import';
import type { PlanDraft } from './draft';
import type { DraftReading } from './draft-reading';
import { gridOf } from './grid';
import { type PlanProblem, placeOf, type RowPlace, type SourceRow } from './plan-source';
import type { PlacedTask } from './read-plan';

/** A cell as the preview shows it; `span` is 0 where another cell covers its column. */
type PreviewCell = { text: string; span: number; isContinued: boolean; problems: PlanProblem[] };

export type PreviewRow = {
  id: number;
  place: ReturnType<typeof placeOf>;
  /** The table of the file that it belongs to, from 0; null for a line of a text. */
  table: number | null;
  isHeader: boolean;
  isOut: boolean;
  /** The number of the tasks before it and itself, where it is one. */
  task: number | null;
  /** The task that was read from the row, where its own cells do not show all of it: from lines of a text, or with a lead from a heading. */
  read: Pick<PlacedTask, 'path' | 'text' | 'leads' | 'supports' | 'due'> | null;
  cells: PreviewCell[];
  /** Problems of the row as a whole. */
  problems: PlanProblem[];
};

type PreviewTable = { width: number; names: string[]; kinds: (ColumnKind | null)[] };

/** A file as its preview shows it: every row in its order, with its problems at its cells. */
export type Preview = { rows: PreviewRow[]; tables: PreviewTable[]; loose: PlanProblem[] };

type Marks = {
  out: ReadonlySet<number>;
  tasks: ReadonlyMap<number, { number: number; task: PlacedTask }>;
  problems: ReadonlyMap<number, PlanProblem[]>;
};

function rowOf(
  place: RowPlace,
  cells: readonly { text: string; span: number; isContinued?: boolean }[],
  { out, tasks, problems }: Marks,
): Omit<PreviewRow, 'table' | 'isHeader' | 'read'> {
  const id = place.id ?? 0;
  const found = problems.get(id) ?? [];
  const isAt = (column: number) => (problem: PlanProblem) => problem.at?.column === column;
  return {
    id,
    place: placeOf({ row: place }),
    isOut: out.has(id),
    task: tasks.get(id)?.number ?? null,
    cells: cells.map(({ text, span, isContinued = false }, column) => ({
      text,
      span,
      isContinued,
      problems: found.filter(isAt(column)),
    })),
    problems: found.filter(({ at }) => at?.column === undefined || at.column >= cells.length),
  };
}

function lineOf({ place, text }: { place: RowPlace; text: string }, marks: Marks): PreviewRow {
  const row = rowOf(place, [{ text, span: 1 }], marks);
  return { ...row, table: null, isHeader: false, read: marks.tasks.get(row.id)?.task ?? null };
}

/** The task of a row of a table, unless its cells have all that was read. */
function notShown({ id, cells }: Pick<PreviewRow, 'id' | 'cells'>, { tasks }: Marks): PreviewRow['read'] {
  const task = tasks.get(id)?.task;
  if (!task) return null;
  const names = [...task.leads, ...task.supports].map((unit) => (typeof unit === 'string' ? unit : unit.group));
  return [task.text, ...names].every((words) => cells.some(({ text }) => text.includes(words))) ? null : task;
}

/** A typed row that is too short has empty cells at its end, so that they can be filled. */
function filledUp(rows: readonly SourceRow[], width: number) {
  return gridOf(rows).map(({ place, cells }) => {
    const missing = Math.max(0, cells.length === 1 ? 0 : width - cells.length);
    const empty = { text: '', span: 1, isContinued: false };
    const only = cells.length === 1 && width > 1 ? cells.map((cell) => ({ ...cell, span: width })) : cells;
    return { place, cells: [...only, ...Array.from({ length: missing }, () => empty)] };
  });
}

function byRow(problems: readonly PlanProblem[]): Map<number, PlanProblem[]> {
  const rows = new Map<number, PlanProblem[]>();
  for (const problem of problems) {
    const id = problem.at?.row.id;
    if (id !== undefined) rows.set(id, [...(rows.get(id) ?? []), problem]);
  }
  return rows;
}

const widthOf = ({ cells }: SourceRow) => cells.reduce((width, { span }) => width + span, 0);

/** Lays out a draft for its preview; of a file with tables, the paragraphs around them are not shown. */
export function previewOf({ blocks, out }: PlanDraft, { tasks, problems, tables: readings }: DraftReading): Preview {
  const marks: Marks = {
    out,
    tasks: new Map(tasks.map((task, index) => [task.place.id ?? 0, { number: index + 1, task }])),
    problems: byRow(problems),
  };
  const rows: PreviewRow[] = [];
  const tables: PreviewTable[] = [];
  const hasTables = blocks.some(({ kind }) => kind === 'table') && readings.length > 0;
  for (const block of blocks) {
    if (block.kind === 'paragraph') {
      if (!hasTables) rows.push(lineOf(block, marks));
      continue;
    }
    const table = tables.length;
    const reading = readings[table];
    const width = Math.max(reading?.columns.kinds.length ?? 0, ...block.rows.map(widthOf));
    const fill = <Value>(values: readonly Value[] | undefined, empty: Value) =>
      Array.from({ length: width }, (_, index) => values?.[index] ?? empty);
    const kinds = fill<ColumnKind | null>(reading?.columns.kinds, null);
    tables.push({ width, names: fill(reading?.columns.names, ''), kinds });
    for (const [index, { place, cells }] of filledUp(block.rows, width).entries()) {
      const row = rowOf(place, cells, marks);
      rows.push({ ...row, table, isHeader: index < (reading?.begin ?? 0), read: notShown(row, marks) });
    }
  }
  return { rows, tables, loose: problems.filter(({ at }) => at === null) };
}
