import 'server-only';
import { slipsIn } from '@/lib/domain/agencies/near-names';
import type { CivilDate } from '@/lib/domain/calendar/civil-date';
import { gridOf } from './grid';
import { readList } from './list-tasks';
import { type NoticeHead, readNoticeHead, yearOfTitle } from './notice-head';
import { type PlanProblem, placeOf, type SourceBlock } from './plan-source';
import type { DraftTask } from './plan-task';
import type { Columns } from './table-columns';
import { cellProblems, readTable } from './table-tasks';
import { readTimeLimit, type TimeLimit, yearsIn } from './time-limits';
import type { Unit } from './units';

type ImportedTask = Pick<DraftTask, 'path' | 'text' | 'content' | 'target' | 'leads' | 'supports' | 'remark'> & {
  number: string;
  due: TimeLimit | null;
};

type ImportedPlan = NoticeHead & { year: number; tasks: ImportedTask[] };

export type ReadPlan =
  | { ok: true; plan: ImportedPlan; warnings: PlanProblem[] }
  | { ok: false; problems: PlanProblem[] };

type Found = { tasks: DraftTask[]; problems: PlanProblem[]; before: string[] };

/** Reads every table with a header of tasks; where none has one, the largest table is asked for its header. */
function tablesIn(blocks: readonly SourceBlock[]): Found | null {
  const tables = blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
  const found: Found = { tasks: [], problems: [], before: [] };
  let columns: Columns | null = null;
  for (const { rows, isTyped } of tables) {
    const table = readTable(rows, isTyped, columns);
    if (!table) continue;
    columns = table.columns;
    found.tasks.push(...table.tasks);
    found.problems.push(...table.problems);
    found.before.push(...table.before);
  }
  if (columns) return found;
  const largest = tables.filter(({ rows }) => rows.length > 1 && (rows[0]?.cells.length ?? 0) > 2);
  const [asked] = largest.toSorted((a, b) => b.rows.length - a.rows.length);
  const [first] = asked?.rows ?? [];
  if (!asked || !first) return null;
  const problems = gridOf(asked.rows).flatMap((row) => cellProblems(row, null));
  return { ...found, problems: [{ code: 'header-missing', place: placeOf(first.place) }, ...problems] };
}

/** The paragraphs before the first table, or before the annex of a text that has none. */
function headLines(blocks: readonly SourceBlock[]): string[] {
  const lines: string[] = [];
  for (const block of blocks) {
    if (block.kind === 'table' || /^附件\s*\d*\s*[:：]?$/.test(block.text.normalize('NFKC'))) break;
    lines.push(block.text);
  }
  return lines;
}

/** Says at which cell a problem of a task stands. */
function placeIn(task: DraftTask, kind: keyof DraftTask['columns']) {
  const at = task.columns[kind];
  return placeOf(task.place, at?.column, at?.name);
}

function slipProblems(tasks: readonly DraftTask[]): PlanProblem[] {
  const names = (units: readonly Unit[]) => units.filter((unit) => typeof unit === 'string');
  const slips = slipsIn(tasks.flatMap(({ leads, supports }) => names([...leads, ...supports])));
  return tasks.flatMap((task) =>
    (['leads', 'supports'] as const).flatMap((kind) =>
      names(task[kind]).flatMap((name): PlanProblem[] => {
        const meant = slips.get(name);
        return meant ? [{ code: 'agency-unknown', place: placeIn(task, kind), values: { name, meant } }] : [];
      }),
    ),
  );
}

/** Two different tasks under one number: measures of one task share its text. */
function doubleNumbers(tasks: readonly DraftTask[]): PlanProblem[] {
  const first = new Map<string, DraftTask>();
  return tasks.flatMap((task): PlanProblem[] => {
    const key = `${task.path.join('\n')}\n${task.number}`;
    const known = first.get(key);
    if (task.number === null || !known || known.text === task.text) {
      if (!known) first.set(key, task);
      return [];
    }
    return [
      { code: 'number-twice', severity: 'warning', place: placeIn(task, 'number'), values: { number: task.number } },
    ];
  });
}

function yearOf(head: NoticeHead, tasks: readonly DraftTask[], given: number | null): number | null {
  const years = tasks.flatMap(({ due }) => yearsIn(due));
  return yearOfTitle(head.title) ?? (years.length > 0 ? Math.min(...years) : given);
}

function imported(
  task: DraftTask,
  index: number,
  year: number | null,
): { task: ImportedTask; problem: PlanProblem | null } {
  const { place: _place, columns: _columns, due: printed, number, ...rest } = task;
  const limit = readTimeLimit(printed, year);
  const value = { ...rest, number: number ?? String(index + 1) };
  if (limit === null) return { task: { ...value, due: null }, problem: null };
  if (limit.ok) return { task: { ...value, due: limit.value }, problem: null };
  const isWarning = limit.code === 'due-unclear';
  const problem: PlanProblem = {
    code: limit.code,
    place: placeIn(task, 'due'),
    values: { text: printed },
    ...(isWarning ? { severity: 'warning' } : {}),
  };
  return { task: { ...value, due: { text: printed, on: null as CivilDate | null, kind: 'by-date' } }, problem };
}

const isError = ({ severity }: PlanProblem) => severity !== 'warning';

/**
 * Reads a plan from what a file holds: from its tables, or without one from its numbered items. `givenYear` counts where
 * neither the title nor a time limit names one. Gives every problem with its place, or the plan with its warnings.
 */
export function readPlan(blocks: readonly SourceBlock[], givenYear: number | null): ReadPlan {
  const lines = headLines(blocks);
  const paragraphs = blocks.flatMap((block) => (block.kind === 'paragraph' ? [block] : []));
  const found: Found = tablesIn(blocks) ?? { ...readList(paragraphs), before: [] };
  const head = readNoticeHead([...lines, ...found.before]);
  const problems = [...found.problems, ...slipProblems(found.tasks), ...doubleNumbers(found.tasks)];
  const [first] = blocks;
  const begin = first && (first.kind === 'table' ? first.rows[0]?.place : first.place);
  if (found.tasks.length === 0 && problems.length === 0)
    problems.push({ code: 'tasks-missing', place: begin ? placeOf(begin) : {} });
  const year = yearOf(head, found.tasks, givenYear);
  const read = found.tasks.map((task, index) => imported(task, index, year));
  problems.push(...read.flatMap(({ problem }) => problem ?? []));
  if (year === null && !problems.some(isError)) problems.push({ code: 'year-missing', place: {} });
  if (year === null || problems.some(isError)) return { ok: false, problems };
  return { ok: true, plan: { ...head, year, tasks: read.map(({ task }) => task) }, warnings: problems };
}
