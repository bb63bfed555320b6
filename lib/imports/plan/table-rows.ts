import 'server-only';
import type { ColumnKind } from '@/lib/domain/plan/plan-import';
import { filledColumns, type GridRow } from './grid';
import { headingLevel } from './headings';
import type { PlanProblem } from './plan-source';
import type { Columns } from './table-columns';

/** Says whether a cell says that there is nothing. */
export const isNone = (text: string) => /^(无|[-—－–/]+|[.…。·]{2,}|…)$/.test(text);

/** Says whether a cell repeats the one above. */
export const isDitto = (text: string) => /^(同上|[〃″"“”]|''|′′)$/.test(text);

export const isTotal = (text: string) => /^(合\s*计|总\s*计|小\s*计|共\s*计)/.test(text);

export const isNote = (text: string) => /^(注|备注|说明|填表说明)\s*[:：]/.test(text);

/** 填表人：…, 审核人：… under a table, each in a cell of its own. */
const signature =
  /^(填表|填报|制表|审核|审批|复核|单位负责|负责|联系|经办|分管)?(人|人员|单位|部门|领导|电话|日期|时间)(签字|签名|[(（](签字|签名|盖章)[)）])?\s*[:：]/;

export const isSignature = (row: GridRow): boolean => {
  const filled = filledColumns(row);
  return filled.length > 0 && filled.every((column) => signature.test(row.cells[column]?.text ?? ''));
};

const errorValue = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!)$/;

/** Columns over which a cell may reach without a doubt: together they say what is to be done. */
const ofText: ReadonlySet<ColumnKind | null | undefined> = new Set(['text', 'content']);

/** Problems of the cells alone, which a table without a header has too. */
export function cellProblems(row: GridRow, columns: Columns | null): PlanProblem[] {
  const filled = filledColumns(row);
  return row.cells.flatMap(({ text, span, hasTable, isContinued }, column): PlanProblem[] => {
    const at = { row: row.place, column };
    const found: PlanProblem[] = [];
    if (hasTable) found.push({ code: 'table-in-cell', severity: 'warning', at, values: { text } });
    if (errorValue.test(text) && !isContinued) found.push({ code: 'error-in-cell', at, values: { text } });
    const kinds = new Set(columns?.kinds.slice(column, column + span));
    const isOfText = columns?.kinds[column] === 'text' && [...kinds].every((kind) => ofText.has(kind));
    const isUnclear = text !== '' && span > 1 && filled.length > 1 && (columns === null || kinds.size > 1);
    const values = { text, from: column + 1, to: column + span };
    return isUnclear && !isOfText ? [...found, { code: 'cell-spans-columns', at, values }] : found;
  });
}

const numeral = /^(?:第?[一二三四五六七八九十]+(?:[章节篇部]分?)?|[（(][一二三四五六七八九十]+[）)])[、.．]?$/;

const numberIn = ({ cells }: GridRow, { kinds }: Columns) => cells[kinds.indexOf('number')]?.text ?? '';

/** Says whether the numerals in the column of numbers count chapters: none of their rows has a lead. */
export function numeralsAreChapters(rows: readonly GridRow[], columns: Columns): boolean {
  const lead = columns.kinds.indexOf('leads');
  return lead >= 0 && !rows.some((row) => numeral.test(numberIn(row, columns)) && row.cells[lead]?.text);
}

/** Gives the heading of a row that has nothing but a numeral and a text, 一 and 经济发展 as 一、经济发展; null for another. */
export function chapterIn(row: GridRow, columns: Columns): string | null {
  const [number, text, ...more] = filledColumns(row);
  const named = text === undefined ? null : columns.kinds[text];
  if (number === undefined || text === undefined || more.length > 0 || columns.kinds[number] !== 'number') return null;
  if (!numeral.test(numberIn(row, columns)) || (named !== 'text' && named !== 'heading')) return null;
  const [printed, title] = [row.cells[number]?.text ?? '', row.cells[text]?.text ?? ''];
  const joined = `${printed}${title}`;
  return headingLevel(joined) === null ? `${printed}、${title}` : joined;
}

/** A typed row has as many cells as the header; a word processor's has them always. Gives the problem of another one. */
export function misfitOf({ cells, place }: GridRow, { kinds }: Columns): PlanProblem | null {
  const values = { wanted: kinds.length, found: cells.length, text: cells.at(-1)?.text ?? '' };
  if (cells.length < kinds.length) return { code: 'row-too-short', at: { row: place }, values };
  const hasMore = cells.slice(kinds.length).some(({ text }) => text !== '');
  return hasMore ? { code: 'row-too-long', at: { row: place }, values } : null;
}
