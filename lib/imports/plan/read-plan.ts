import 'server-only';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import type { ColumnKind } from '@/lib/domain/plan/plan-import';
import { gridOf } from './grid';
import { headingLevel, isAnnexLine } from './headings';
import { readList } from './list-tasks';
import { type NoticeHead, readNoticeHead, yearOfTitle } from './notice-head';
import type { PlanProblem, RowPlace, SourceBlock } from './plan-source';
import type { DraftTask } from './plan-task';
import type { Columns } from './table-columns';
import { cellProblems } from './table-rows';
import { readTable } from './table-tasks';
import { cellOf, doubleNumbers, lengthProblems, slipProblems } from './task-problems';
import { readTimeLimit, type TimeLimit, yearsIn } from './time-limits';

type ImportedTask = Pick<
  DraftTask,
  'path' | 'text' | 'content' | 'target' | 'leads' | 'supports' | 'remark' | 'shortTitle' | 'code'
> & {
  number: string;
  due: TimeLimit | null;
};

type ImportedPlan = NoticeHead & { year: number; tasks: ImportedTask[] };

export type ReadPlan =
  | { ok: true; plan: ImportedPlan; warnings: PlanProblem[] }
  | { ok: false; problems: PlanProblem[] };

/** The reading of one table of a file; null for one that is none of tasks. */
type TableReading = { columns: Columns; begin: number } | null;

type Found = { tasks: DraftTask[]; problems: PlanProblem[]; before: string[]; tables: TableReading[] };

/** The decisions of people that a reading follows; a file on its own has none. */
export type ReadingChoices = {
  /** Meanings of columns, by the place of their table among the tables of the file. */
  columns?: ReadonlyMap<number, (ColumnKind | null)[]>;
  head?: Partial<NoticeHead>;
  /** The year that somebody set, which counts before every other one. */
  year?: number | null;
  isSettled?: (name: string) => boolean;
};

/** The heading that stands right above each table of several, by the place of the table; empty where one has none. */
function headingsAbove(blocks: readonly SourceBlock[]): string[] {
  const above = blocks.flatMap((block, index) => (block.kind === 'table' ? [blocks[index - 1]] : []));
  const headings = above.map((block) => {
    const text = block?.kind === 'paragraph' ? block.text : '';
    return headingLevel(text) !== null && text.length <= 40 && !/[。；：:]$/.test(text) ? text : '';
  });
  return headings.length > 1 && headings.every((text) => text !== '') ? headings : [];
}

/** Reads every table with a header of tasks; null where none has one. */
function tablesIn(blocks: readonly SourceBlock[], choices: ReadingChoices): Found | null {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const found: Found = { tasks: [], problems: [], before: [], tables: [] };
  const headings = headingsAbove(blocks);
  let columns: Columns | null = null;
  for (const [index, { rows, isTyped }] of tables.entries()) {
    const table = readTable(rows, isTyped, { before: columns, assigned: choices.columns?.get(index) });
    found.tables.push(table);
    if (!table) continue;
    columns = table.columns;
    const heading = headings[index];
    found.tasks.push(...table.tasks.map((task) => (heading ? { ...task, path: [heading, ...task.path] } : task)));
    found.problems.push(...table.problems);
    found.before.push(...table.before);
  }
  return columns ? found : null;
}

/** Reads the numbered items of a text. */
function listIn(blocks: readonly SourceBlock[]): Found {
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
  return { ...readList(paragraphs), before: [], tables: [] };
}

/** Asks the largest table for its header; null where none is large enough for tasks. */
function headerAsked(blocks: readonly SourceBlock[]): Found | null {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const largest = tables.filter(({ rows }) => rows.length > 1 && (rows[0]?.cells.length ?? 0) > 2);
  const [asked] = largest.toSorted((a, b) => b.rows.length - a.rows.length);
  const [first] = asked?.rows ?? [];
  if (!asked || !first) return null;
  const problems = gridOf(asked.rows).flatMap((row) => cellProblems(row, null));
  return {
    tasks: [],
    problems: [{ code: 'header-missing', at: { row: first.place } }, ...problems],
    before: [],
    tables: tables.map(() => null),
  };
}

/** Reads the tables of a file; without one of tasks its numbered items; without those it asks for the header of a table. */
function tasksIn(blocks: readonly SourceBlock[], choices: ReadingChoices): Found {
  const tables = tablesIn(blocks, choices);
  if (tables) return tables;
  const list = listIn(blocks);
  return list.tasks.length > 0 ? list : (headerAsked(blocks) ?? list);
}

/** The lines of a notice: those before its first table of tasks, or before the annex of a text that has none, and the others. */
function linesOf(
  blocks: readonly SourceBlock[],
  tables: readonly TableReading[],
): { lines: string[]; after: string[] } {
  const [lines, after]: [string[], string[]] = [[], []];
  let table = 0;
  let isAfter = false;
  for (const block of blocks) {
    if (block.kind === 'table') {
      isAfter ||= tables.length === 0 || tables[table] !== null;
      table += 1;
      // A table before it is a letterhead, one behind it the imprint.
      const texts = block.rows.flatMap(({ cells }) => cells.flatMap(({ text }) => text.split('\n')));
      if (!isAfter || texts.length <= 20) (isAfter ? after : lines).push(...texts.filter(Boolean));
      continue;
    }
    const isAnnex = isAnnexLine(block.text);
    isAfter ||= isAnnex && lines.length > 0;
    // An annex that was sent without its notice begins with this word.
    if (!isAnnex) (isAfter ? after : lines).push(block.text);
  }
  return { lines, after };
}

function yearOf(head: NoticeHead, tasks: readonly DraftTask[], given: number | null): number | null {
  const years = tasks.flatMap(({ due }) => yearsIn(due));
  return yearOfTitle(head.title) ?? (years.length > 0 ? Math.min(...years) : given);
}

/** The time limit of a task: a day that stands beside the printed words counts before them. */
function limitOf({ due: text, dueOn }: DraftTask, year: number | null) {
  const beside = dueOn.trim() === '' ? undefined : readTimeLimit(dueOn, year);
  if (beside === undefined) return readTimeLimit(text, year);
  if (beside?.ok) return { ok: true, value: { ...beside.value, text } } as const;
  return beside ?? ({ ok: true, value: { text, on: null, kind: 'by-date' } } as const);
}

export type PlacedTask = ImportedTask & { place: RowPlace };

function imported(task: DraftTask, index: number, year: number | null): { task: PlacedTask; problem?: PlanProblem } {
  const { columns: _columns, due: printed, dueOn, number, ...rest } = task;
  const limit = limitOf(task, year);
  // A stored task without a number is exported without one, and keeps none.
  const value = { ...rest, number: number ?? (rest.code === null ? String(index + 1) : '') };
  if (limit === null) return { task: { ...value, due: null } };
  if (limit.ok) return { task: { ...value, due: limit.value } };
  const problem: PlanProblem = {
    code: limit.code,
    at: cellOf(task, dueOn.trim() === '' ? 'due' : 'due-on'),
    values: { text: dueOn.trim() || printed },
    ...(limit.code === 'due-unclear' ? { severity: 'warning' } : {}),
  };
  return { task: { ...value, due: { text: printed, on: null as CivilDate | null, kind: 'by-date' } }, problem };
}

export const isError = ({ severity }: PlanProblem) => severity !== 'warning';

/** Everything that is read from a file, right or not: the preview shows it while it is being mended. */
export type Reading = {
  head: NoticeHead;
  /** The lines of the notice before its table or its annex. */
  lines: string[];
  year: number | null;
  tasks: PlacedTask[];
  problems: PlanProblem[];
  tables: TableReading[];
};

/**
 * Reads what a file holds, from its tables, or without one from its numbered items, as people's choices say. `givenYear`
 * counts where neither the title nor a time limit names one.
 */
export function readBlocks(
  blocks: readonly SourceBlock[],
  givenYear: number | null,
  choices: ReadingChoices = {},
): Reading {
  const found = tasksIn(blocks, choices);
  const { tasks } = found;
  const { lines, after } = linesOf(blocks, found.tables);
  const head = { ...readNoticeHead([...lines, ...found.before], after), ...choices.head };
  const slips = slipProblems(tasks, choices.isSettled ?? (() => false));
  const problems = [...found.problems, ...slips, ...doubleNumbers(tasks), ...lengthProblems(tasks)];
  const [first] = blocks;
  const begin = first && (first.kind === 'table' ? first.rows[0]?.place : first.place);
  if (tasks.length === 0 && problems.length === 0)
    problems.push({ code: 'tasks-missing', at: begin ? { row: begin } : null });
  const year = choices.year ?? yearOf(head, tasks, givenYear);
  const read = tasks.map((task, index) => imported(task, index, year));
  problems.push(...read.flatMap(({ problem }) => problem ?? []));
  if (year === null && !problems.some(isError)) problems.push({ code: 'year-missing', at: null });
  return { head, lines, year, tasks: read.map(({ task }) => task), problems, tables: found.tables };
}

/** Gives the plan of a reading with its warnings, or every problem with its place where it has an error. */
export function planOf({ head, year, tasks, problems }: Reading): ReadPlan {
  if (year === null || problems.some(isError)) return { ok: false, problems };
  const plan = { ...head, year, tasks: tasks.map(({ place: _, ...task }) => task) };
  return { ok: true, plan, warnings: problems };
}
