import 'server-only';
import type { ColumnKind } from '@/lib/domain/plan/plan-import';
import type { GridRow } from './grid';
import { bracketsIn } from './unit-brackets';

type NamedKind = ColumnKind | 'duty' | 'person';

/** The words by which a column is known, tried in this order. 责任单位 leads where nothing else does. */
const words: [NamedKind, RegExp][] = [
  ['number', /^(项目|任务|工作)?(序号|编号|序|号)$|^no\.?$/i],
  ['code', /^系统编号$/],
  ['short', /^(任务)?简称$/],
  ['due-on', /^(完成|截止|办结)日期$/],
  ['person', /领导|责任人|联系人|负责人|联络员|电话/],
  ['supports', /配合|协办|协同|协作|参与|参加|协助|支持(单位|部门)/],
  ['leads', /牵头|主办|主责/],
  ['duty', /(责任|承办|实施|落实|负责|承担|建设)(单位|部门|主体)|^单位$|^部门$|单位名称|部门名称|^责任分工$/],
  ['due', /时限|期限|时间|节点$|进度安排/],
  ['remark', /备注|^注$|^说明$/],
  ['text', /任务(?:及|和|与)|(?:及|和|与).*任务/],
  ['target', /目标|指标|预期成[果效]|成果形式/],
  ['heading', /类别|领域|板块|分类|^类型$|所属|^方面$/],
  ['content', /内容|举措|措施|要求|做法|步骤|路径|具体/],
  ['text', /任务|事项|项目|工作|实事|要点|^名称$/],
];

/** A name in a header as it is compared: without spaces, brackets and the year. */
const plainName = (name: string) =>
  name
    .normalize('NFKC')
    .replaceAll(/\s/g, '')
    .replace(/^\d{4}年度?/, '')
    .replace(/[(][^()]*[)]$/, '');

function kindNamed(name: string): NamedKind | null {
  const plain = plainName(name);
  if (plain === '' || plain.length > 20) return null;
  return words.find(([, pattern]) => pattern.test(plain))?.[0] ?? null;
}

/** Counts the cells of a row that name a column. */
export const countNames = (cells: readonly string[]): number => cells.filter((cell) => kindNamed(cell) !== null).length;

export type Columns = {
  /** The names in the header, '' for a column without one. */
  names: string[];
  kinds: (ColumnKind | null)[];
  /** The rows of the header, 1 or 2. */
  headerRows: number;
  /** The numbers are those of agencies, and each of their tasks is a row of its own. */
  isByAgency: boolean;
};

/** Names every column: of a header in two rows, the lower name counts, and then both together. */
function namesOf(upper: GridRow, lower: GridRow | undefined): string[] {
  return upper.cells.map(({ text }, column) => {
    const below = lower?.cells[column];
    return below && !below.isContinued && below.text !== '' && below.text !== text ? `${text}${below.text}` : text;
  });
}

const lowerKind = (lower: GridRow | undefined, column: number) => {
  const cell = lower?.cells[column];
  return cell && !cell.isContinued ? kindNamed(cell.text) : null;
};

/** Gives each column one meaning: of two with the same, the first has it, and a second task column is the content. */
function settled(named: readonly (NamedKind | null)[]): (ColumnKind | null)[] {
  const has = (kind: NamedKind) => named.includes(kind);
  const duty = has('leads') ? (has('supports') ? null : 'supports') : 'leads';
  const kinds = named.map((kind): ColumnKind | null => (kind === 'duty' ? duty : kind === 'person' ? 'remark' : kind));
  // A table without a column for tasks has them under contents or targets.
  const stand = (['content', 'target', 'heading'] as const).find((kind) => kinds.includes(kind));
  if (!kinds.includes('text') && stand) kinds[kinds.indexOf(stand)] = 'text';
  if (!kinds.includes('due') && kinds.includes('due-on')) kinds[kinds.indexOf('due-on')] = 'due';
  const seen = new Set<ColumnKind>();
  return kinds.map((kind) => {
    if (kind === null || kind === 'remark' || kind === 'heading') return kind;
    const free = seen.has(kind) && kind === 'text' && !kinds.includes('content') ? 'content' : kind;
    if (seen.has(free)) return null;
    seen.add(free);
    return free;
  });
}

function columnsNamed(upper: GridRow, lower: GridRow | undefined, hasLeadsInText: boolean): Columns | null {
  const named = upper.cells.map(({ text }, column) => lowerKind(lower, column) ?? kindNamed(text));
  const kinds = settled(named);
  const position = (kind: ColumnKind) => kinds.indexOf(kind);
  if (position('text') < 0 || (position('leads') < 0 && !hasLeadsInText)) return null;
  return { names: namesOf(upper, lower), kinds, headerRows: lower ? 2 : 1, isByAgency: isByAgency(kinds) };
}

/** Says whether columns in this order are those of a table by agency. */
export function isByAgency(kinds: readonly (ColumnKind | null)[]): boolean {
  const position = (kind: ColumnKind) => kinds.indexOf(kind);
  return (
    position('leads') >= 0 &&
    position('leads') < position('text') &&
    (position('number') < 0 || position('number') < position('leads')) &&
    !kinds.includes('supports')
  );
}

/** Says whether a row may be the lower row of a header: something of the upper one reaches into it or covers several columns. */
const mayBeLower = (upper: GridRow, lower: GridRow | undefined) =>
  lower !== undefined &&
  lower.cells.length === upper.cells.length &&
  (lower.cells.some(({ isContinued }) => isContinued) || upper.cells.some(({ span }) => span > 1)) &&
  lower.cells.filter(({ isContinued, text }) => !isContinued && text !== '').every(({ text }) => text.length <= 20);

/**
 * Gives the columns that a row, alone or with the one below, names as a header; null where it is none. A header without units
 * is one where the texts below name them.
 */
export function readHeader(rows: readonly GridRow[], index: number, hasLeadsInText = false): Columns | null {
  const [upper, lower] = [rows[index], rows[index + 1]];
  // A title or a note above the header names no two columns.
  if (!upper || countNames(upper.cells.map(({ text }) => text)) < 2) return null;
  const both = lower && mayBeLower(upper, lower) ? columnsNamed(upper, lower, hasLeadsInText) : null;
  return both ?? columnsNamed(upper, undefined, hasLeadsInText);
}

/** Finds the first header within the first rows of a table. */
export function findHeader(rows: readonly GridRow[]): { columns: Columns; index: number } | null {
  const isNamed = ({ cells }: GridRow) => cells.some(({ text }) => bracketsIn(text) !== null);
  for (const hasLeadsInText of rows.some(isNamed) ? [false, true] : [false])
    for (let index = 0; index < Math.min(rows.length, 12); index += 1) {
      const columns = readHeader(rows, index, hasLeadsInText);
      if (columns) return { columns, index };
    }
  return null;
}
