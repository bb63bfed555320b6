import 'server-only';
import { fits, type Line, plain, type Report } from './notice-lines';

export type NoticeAgency = { number: number; name: string; tasks: string[] };
export type Annex = { year: number; agencies: NoticeAgency[] };

/**
 * Reads a notice's annex from its non-blank lines: the heading announced in the notice's text, the table's header (序号 |
 * 单位名称 | 2020年重点工作任务 |), then a row for each agency with its first task and one for each further task.
 */
export function readAnnex(lines: readonly Line[], noticeText: string, lastLine: Line, report: Report): Annex {
  const table = lines.findIndex(({ text }) => cellsOf(text).length > 1);
  const header = lines[table] ?? lastLine;
  const year = yearOfHeader(header.text);
  if (year === null) {
    report(header, 'annex-header');
    return { year: 0, agencies: [] };
  }
  checkHeading(lines.slice(0, table), noticeText, report);
  const rows = lines.slice(table + 1);
  if (rows.length === 0) report(lastLine, 'annex-row');
  const agencies: NoticeAgency[] = [];
  for (const row of rows) readRow(row, agencies, report);
  return { year, agencies };
}

/** Accepts full-width pipes as Word writes them. */
function cellsOf(text: string): string[] {
  return text.split(/[|｜]/).map((cell) => cell.trim());
}

function yearOfHeader(text: string): number | null {
  const year = /^序号\|单位名称\|(\d{4})年重点工作任务\|$/.exec(plain(text))?.[1];
  return year ? Number(year) : null;
}

function checkHeading(lines: readonly Line[], noticeText: string, report: Report): void {
  let heading = '附件:';
  const stray = lines.find(({ text }) => {
    heading += plain(text);
    return !plain(noticeText).includes(heading);
  });
  if (stray) report(stray, 'annex-heading-as-announced');
}

function readRow(line: Line, agencies: NoticeAgency[], report: Report): void {
  const cells = cellsOf(line.text);
  const [first = '', name = '', task = '', end] = cells;
  if (cells.length === 1) {
    report(line, 'annex-row');
    return;
  }
  if (cells.length !== 4 || end !== '') report(line, 'row-of-three-closed-cells');
  if (isNumber(first) || name || task) readAgencyRow(line, [first, name, task], agencies, report);
  else readFurtherTask(line, first, agencies, report);
}

function readAgencyRow(
  line: Line,
  [first, name, task]: [string, string, string],
  agencies: NoticeAgency[],
  report: Report,
): void {
  const next = (agencies.at(-1)?.number ?? 0) + 1;
  // Counting continues from the number found, so that one wrong number is one problem and not one for each row below
  // it.
  const number = isNumber(first) ? Number(plain(first)) : next;
  if (plain(first) !== String(next)) report(line, 'next-agency-number', first);
  if (!name) report(line, 'agency-name');
  if (!fits(name, 100)) report(line, 'agency-name-within-100-characters', name);
  if (agencies.some((agency) => plain(agency.name) === plain(name))) report(line, 'agency-listed-once', name);
  agencies.push({ number, name, tasks: [readTask(line, task, report)] });
}

function readFurtherTask(line: Line, text: string, agencies: NoticeAgency[], report: Report): void {
  const agency = agencies.at(-1);
  if (!agency) report(line, 'first-row-names-agency');
  const task = readTask(line, text, report);
  agency?.tasks.push(task);
}

function readTask(line: Line, text: string, report: Report): string {
  if (!text) report(line, 'task-text');
  if (!fits(text, 2000)) report(line, 'task-text-within-2000-characters', text);
  return text;
}

function isNumber(cell: string): boolean {
  return /^\d+$/.test(plain(cell));
}
