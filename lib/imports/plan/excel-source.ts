import 'server-only';
import type { SourceBlock, SourceCell, SourceRow } from './plan-source';
import { childAt, childrenNamed, descendants, type Element, parseXml, textOf } from './xml-tree';

/** The part of a workbook by which it is known. */
export const workbookPart = 'xl/workbook.xml';

export const isWorkbookPart = (name: string) =>
  /^xl\/(workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/[^/]+\.xml$/.test(name);

/** Most rows of a sheet that are read: a plan of ten thousand tasks is far beyond the largest known. */
const mostRows = 20_000;

/** A sheet has more rows than any plan. */
export class TooManyRows extends Error {
  override name = 'TooManyRows';
}

/** Number formats of a day by their fixed ids (ECMA-376, 18.8.30), with those of Chinese Excel. */
const dayFormats = new Set([14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]);
const percentFormats = new Set([9, 10]);

/** Formats of a month without a day. */
const monthFormats = new Set([17, 27, 36, 50, 52, 57]);

/** A number is shown with at least so many decimals, where it has any, and with the words of its format: 3个. */
type Format = { kind: 'day' | 'month' | 'percent' | 'plain'; decimals: number; before: string; after: string };

const literal = (text: string) => text.replaceAll(/"([^"]*)"/g, '$1').replaceAll(/\\(.)/g, '$1');

function formatOf(id: number, code: string): Format {
  const bare = code.replaceAll(/"[^"]*"|\[[^\]]*\]|\\./g, '');
  const isDay = dayFormats.has(id) || /[yd]|m+[/年.-]|月/i.test(bare);
  const isMonth = monthFormats.has(id) || (/y/i.test(bare) && /m/i.test(bare) && !/[dhs]/i.test(bare));
  const [, before = '', , after = ''] = /^((?:"[^"]*"|\\.)*)([#0,.]+)((?:"[^"]*"|\\.)*)(?:;.*)?$/.exec(code) ?? [];
  const decimals = id === 2 || id === 4 ? 2 : (/\.(0+)/.exec(bare)?.[1]?.length ?? 0);
  const kind = isDay ? (isMonth ? 'month' : 'day') : percentFormats.has(id) || bare.includes('%') ? 'percent' : 'plain';
  return { kind, decimals, before: literal(before), after: literal(after) };
}

const plainFormat = formatOf(0, '');

function formatsOf(styles: Element | null): Format[] {
  const sheet = styles && childAt(styles, 'styleSheet');
  const codes = new Map(
    descendants(sheet ?? emptyElement, 'numFmt').map(({ attributes }) => [
      attributes.numFmtId,
      attributes.formatCode ?? '',
    ]),
  );
  return childrenNamed(childAt(sheet ?? undefined, 'cellXfs') ?? emptyElement, 'xf').map(({ attributes }) =>
    formatOf(Number(attributes.numFmtId), codes.get(attributes.numFmtId) ?? ''),
  );
}

const emptyElement: Element = { name: '', attributes: {}, children: [], text: '' };

/** Days from the beginning of Excel's count, 30 December 1899 (or 1 January 1904), as 2026年8月31日; no zone is involved. */
function dayText(serial: number, { kind }: Format, isFrom1904: boolean): string {
  const day = new Date(Date.UTC(1899, 11, 30) + (Math.floor(serial) + (isFrom1904 ? 1_462 : 0)) * 86_400_000);
  const month = `${day.getUTCFullYear()}年${day.getUTCMonth() + 1}月`;
  return kind === 'month' ? month : `${month}${day.getUTCDate()}日`;
}

/** A number without the noise of binary fractions; 1.1 that is shown as 1.10 has two decimals. */
function numberText(value: number, decimals = 0): string {
  const plain = String(Number(value.toPrecision(12)));
  const shown = plain.split('.')[1]?.length ?? 0;
  return shown > 0 && shown < decimals ? value.toFixed(decimals) : plain;
}

type Workbook = { strings: string[]; formats: Format[]; isFrom1904: boolean };

function cellText(cell: Element, { strings, formats, isFrom1904 }: Workbook): string {
  const { t: type, s: style } = cell.attributes;
  const value = textOf(childAt(cell, 'v'));
  if (type === 'inlineStr') return stringText(childAt(cell, 'is') ?? emptyElement);
  if (type === 's') return strings[Number(value)] ?? '';
  if (type === 'str' || type === 'e') return value;
  if (type === 'd') return value.slice(0, 10);
  if (value === '' || type === 'b') return value;
  const format = formats[Number(style ?? 0)] ?? plainFormat;
  const number = Number(value);
  if (format.kind === 'day' || format.kind === 'month') return dayText(number, format, isFrom1904);
  if (format.kind === 'percent') return `${numberText(number * 100)}%`;
  return `${format.before}${numberText(number, format.decimals)}${format.after}`;
}

/** The text of a string, without the readings that stand above its characters; `_x0041_` stands for an A (ECMA-376, 22.9.2.19). */
const stringText = (element: Element) =>
  descendants(element, 't', 'rPh')
    .map(textOf)
    .join('')
    .replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    // A character that no text holds, and that the database would refuse.
    .replaceAll(/[\p{Cs}\0]/gu, '')
    .replaceAll('\r', '');

function columnOf(reference: string): number {
  const letters = /^[A-Z]+/.exec(reference)?.[0] ?? '';
  return [...letters].reduce((column, character) => column * 26 + character.charCodeAt(0) - 64, 0) - 1;
}

const rowOf = (reference: string) => Number(/\d+$/.exec(reference)?.[0] ?? 0);

type Area = { top: number; bottom: number; left: number; right: number };

function mergedAreas(sheet: Element): Area[] {
  return descendants(sheet, 'mergeCell').map(({ attributes }) => {
    const [from = '', to = from] = (attributes.ref ?? '').split(':');
    return { top: rowOf(from), bottom: rowOf(to), left: columnOf(from), right: columnOf(to) };
  });
}

/** Lays out one row: a merged area covers several columns, and continues below its first row. */
function cellsOf(row: number, texts: ReadonlyMap<number, string>, width: number, areas: readonly Area[]): SourceCell[] {
  const cells: SourceCell[] = [];
  for (let column = 0; column < width; ) {
    const area = areas.find(({ left, right }) => column >= left && column <= right);
    const span = area ? Math.min(area.right, width - 1) - column + 1 : 1;
    cells.push({ text: (texts.get(column) ?? '').trim(), span, isContinued: area !== undefined && row > area.top });
    column += span;
  }
  return cells;
}

function sheetRows(name: string, sheet: Element, workbook: Workbook): SourceRow[] {
  const rows = childrenNamed(childAt(sheet, 'worksheet', 'sheetData') ?? emptyElement, 'row');
  const areas = mergedAreas(sheet);
  const filled = rows.map((row, index) => ({
    number: Number(row.attributes.r ?? index + 1),
    isHidden: /^(1|true)$/.test(row.attributes.hidden ?? ''),
    texts: new Map(
      childrenNamed(row, 'c').map((cell, column) => [
        cell.attributes.r ? columnOf(cell.attributes.r) : column,
        cellText(cell, workbook),
      ]),
    ),
  }));
  const used = filled.flatMap(({ texts }) => [...texts].flatMap(([column, text]) => (text.trim() ? [column] : [])));
  const width = Math.min(200, used.reduce((most, column) => Math.max(most, column), -1) + 1);
  return filled
    .filter(({ texts }) => [...texts.values()].some((text) => text.trim() !== ''))
    .map(({ number, texts, isHidden }) => {
      const touching = areas.filter(({ top, bottom }) => number >= top && number <= bottom);
      const cells = cellsOf(number, texts, width, touching);
      return { place: { sheet: name, sheetRow: number }, cells, ...(isHidden ? { isHidden } : {}) };
    });
}

/** The visible sheets in their order, with the parts that hold them. */
function sheetsOf(parts: ReadonlyMap<string, string>, book: Element): { name: string; xml: string }[] {
  const relations = parseXml(parts.get('xl/_rels/workbook.xml.rels') ?? '<r/>');
  const targets = new Map(
    descendants(relations, 'Relationship').map(({ attributes }) => [attributes.Id, attributes.Target ?? '']),
  );
  return descendants(book, 'sheet').flatMap(({ attributes }) => {
    const target = (targets.get(attributes.id ?? '') ?? '').replace(/^\/?(xl\/)?/, 'xl/');
    const xml = parts.get(target);
    return xml && (attributes.state ?? 'visible') === 'visible' ? [{ name: attributes.name ?? '', xml }] : [];
  });
}

/** Reads the parts of a workbook: each visible sheet is a table, and hidden columns count. Throws TooManyRows. */
export function readExcelSource(parts: ReadonlyMap<string, string>): SourceBlock[] {
  const book = parseXml(parts.get(workbookPart) ?? '');
  const sheets = sheetsOf(parts, book);
  if (sheets.some(({ xml }) => xml.split('<row', mostRows + 2).length > mostRows + 1)) throw new TooManyRows();
  const shared = parts.get('xl/sharedStrings.xml');
  const styles = parts.get('xl/styles.xml');
  const workbook: Workbook = {
    strings: shared ? childrenNamed(childAt(parseXml(shared), 'sst') ?? emptyElement, 'si').map(stringText) : [],
    formats: formatsOf(styles ? parseXml(styles) : null),
    isFrom1904: /^(1|true)$/.test(childAt(book, 'workbook', 'workbookPr')?.attributes.date1904 ?? ''),
  };
  return sheets.map(({ name, xml }) => ({
    kind: 'table',
    rows: sheetRows(name, parseXml(xml), workbook),
    isTyped: false,
  }));
}
