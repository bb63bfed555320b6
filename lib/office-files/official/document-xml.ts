import 'server-only';
import { type TextTable, textBlocks } from '@/lib/domain/report/text-tables';
import { widthOf } from '@/lib/office-files/text-width';
import { escaped } from '@/lib/office-files/xml-text';
import { getT } from '@/lib/text/get-t';
import type { Translate } from '@/lib/text/translator';
import { character, size, twoCharacters } from './measures';
import type { OfficialBlock, OfficialTable, TableCell, Trace } from './official-document';
import { fonts } from './template';

type Appearance = { font?: string; size?: number; color?: string; isHidden?: boolean; isPlain?: boolean };

/** The properties that differ from the body's, in the order that the format requires. */
function runProperties({ font, size: halfPoints, color, isHidden, isPlain }: Appearance): string {
  const properties = [
    font && `<w:rFonts w:ascii="${font}" w:hAnsi="${font}" w:eastAsia="${font}" w:cs="${font}"/>`,
    isHidden && '<w:vanish/>',
    color && `<w:color w:val="${color}"/>`,
    isPlain && '<w:spacing w:val="0"/>',
    halfPoints && `<w:sz w:val="${halfPoints}"/><w:szCs w:val="${halfPoints}"/>`,
  ].filter(Boolean);
  return properties.length > 0 ? `<w:rPr>${properties.join('')}</w:rPr>` : '';
}

function run(text: string, appearance: Appearance = {}): string {
  return `<w:r>${runProperties(appearance)}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;
}

type Setting = Appearance & {
  align?: 'center' | 'right' | 'left' | 'both';
  /** In twips. */
  firstLine?: number;
  right?: number;
  onNewPage?: boolean;
  keepWithNext?: boolean;
  /** In twips; by default the body's line pitch. */
  line?: number;
};

function paragraphProperties({ align, firstLine, right, onNewPage, keepWithNext, line }: Setting): string {
  const indents = [firstLine && `w:firstLine="${firstLine}"`, right && `w:right="${right}"`].filter(Boolean);
  const properties = [
    keepWithNext && '<w:keepNext/>',
    onNewPage && '<w:pageBreakBefore/>',
    line && `<w:spacing w:line="${line}" w:lineRule="exact"/>`,
    indents.length > 0 && `<w:ind ${indents.join(' ')}/>`,
    align && `<w:jc w:val="${align}"/>`,
  ].filter(Boolean);
  return properties.length > 0 ? `<w:pPr>${properties.join('')}</w:pPr>` : '';
}

/** One paragraph; `tail` is XML placed after its text. */
export function paragraph(text: string, setting: Setting = {}, tail = ''): string {
  const { font, size: halfPoints, color, isPlain } = setting;
  const words = text === '' ? '' : run(text, { font, size: halfPoints, color, isPlain });
  return `<w:p>${paragraphProperties(setting)}${words}${tail}</w:p>`;
}

export const blankLine = paragraph('');

/** A title in 2号, with wider lines than the body's and line breaks where the text has them. */
export function titleParagraph(title: string): string {
  const t = getT();
  const setting: Setting = { align: 'center', font: fonts(t).title, size: size.title, isPlain: true, line: 700 };
  return title
    .split('\n')
    .map((line) => paragraph(line, setting))
    .join('');
}

const headings = (t: Translate) => ({ 1: fonts(t).heading, 2: fonts(t).subheading, 3: undefined, 4: undefined });

function traceRun({ agency, version, receiptNumber }: Trace, appearance: Appearance = {}): string {
  const t = getT();
  return run(t('documents.trace', { agency, version, receiptNumber }), { ...appearance, isHidden: true });
}

/** Straight quotation marks around Chinese words become a pair; one behind a digit is a unit of length. */
function withPairedQuotes(text: string): string {
  return text.replace(/(?<!\d)"([^"\n]*\p{Script=Han}[^"\n]*)"/gu, '“$1”');
}

function paragraphs(text: string, trace: Trace | undefined, keepWithNext: boolean): string {
  // The first line's indent is the paragraph's: blanks that somebody typed for it would double it.
  const lines = withPairedQuotes(text)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const tail = trace ? traceRun(trace) : '';
  return lines
    .map((line, index) => {
      const isLast = index === lines.length - 1;
      const setting: Setting = { firstLine: twoCharacters, align: 'both', keepWithNext: keepWithNext && isLast };
      return paragraph(line, setting, isLast ? tail : '');
    })
    .join('');
}

const cellMargins = '<w:tblCellMar><w:left w:w="60" w:type="dxa"/><w:right w:w="60" w:type="dxa"/></w:tblCellMar>';
const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
/** 0.5 pt, in eighths of a point. */
const grid = sides.map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>`).join('');
const tableLine = 360;

type Columns = readonly { width: number; isCentred?: boolean }[];

function cellXml(cell: TableCell, setting: Setting): string {
  const { text, trace } = typeof cell === 'string' ? { text: cell, trace: undefined } : cell;
  const lines = text.split(/\r?\n/);
  const tail = trace ? traceRun(trace, { size: setting.size, isPlain: true }) : '';
  return lines.map((line, index) => paragraph(line, setting, index === lines.length - 1 ? tail : '')).join('');
}

function row(cells: readonly TableCell[], columns: Columns, isHeader: boolean): string {
  const t = getT();
  const appearance: Setting = { size: size.table, line: tableLine, isPlain: true };
  const written = columns.map(({ width, isCentred }, index) => {
    const setting: Setting = {
      ...appearance,
      ...(isHeader && { font: fonts(t).heading }),
      ...((isHeader || isCentred) && { align: 'center' }),
    };
    const text = cellXml(cells[index] ?? '', setting);
    return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>${text}</w:tc>`;
  });
  return `<w:tr><w:trPr><w:cantSplit/>${isHeader ? '<w:tblHeader/>' : ''}</w:trPr>${written.join('')}</w:tr>`;
}

/** A table as wide as the type area, with its header on every page; no row is split between two pages. */
async function* tableXml(table: OfficialTable, areaWidth: number, tail = ''): AsyncGenerator<string> {
  const { columns, rows } = table;
  const sum = columns.reduce((total, { width }) => total + width, 0);
  const widths = columns.map(({ width }) => Math.floor((areaWidth * width) / sum));
  const total = widths.reduce((one, other) => one + other, 0);
  const drawn = columns.map(({ isCentred }, index) => ({ isCentred, width: widths[index] ?? 0 }));
  yield `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${grid}</w:tblBorders>`;
  yield `<w:tblLayout w:type="fixed"/>${cellMargins}</w:tblPr>`;
  yield `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  const titles = columns.map(({ title }) => title);
  if (!table.isHeadless) yield row(titles, drawn, true);
  for await (const cells of rows) yield row(cells, drawn, false);
  yield '</w:tbl>';
  // The format requires a paragraph between two tables, and after the last one.
  yield paragraph('', { line: 20 }, tail);
}

/** The narrowest and the widest column of a table in a text, in half characters, before it is fitted to the page. */
const columnWidths = { least: 6, most: 40 };

function officialTable({ header, rows }: TextTable): OfficialTable {
  const columns = (header ?? rows[0] ?? []).map((title, column) => {
    const widest = Math.max(widthOf(title), ...rows.map((cells) => widthOf(cells[column] ?? '')));
    return { title, width: Math.min(Math.max(widest, columnWidths.least), columnWidths.most) };
  });
  return { kind: 'table', columns, rows, isHeadless: header === null };
}

/** The parts of a text, the last one with its source. */
async function* textXml(
  { text, trace }: Extract<OfficialBlock, { kind: 'paragraph' }>,
  areaWidth: number,
  keepWithNext: boolean,
): AsyncGenerator<string> {
  const parts = textBlocks(text);
  for (const [index, part] of parts.entries()) {
    const isLast = index === parts.length - 1;
    const own = isLast ? trace : undefined;
    if (part.kind === 'table') yield* tableXml(officialTable(part), areaWidth, own && traceRun(own));
    else yield paragraphs(part.text, own, keepWithNext && isLast);
  }
}

/**
 * Gives the XML of one block; `areaWidth` in twips. The end of a text can be kept together with the following block.
 */
export async function* blockXml(
  block: OfficialBlock,
  areaWidth: number,
  { keepWithNext = false } = {},
): AsyncGenerator<string> {
  const t = getT();
  if (block.kind === 'table') yield* tableXml(block, areaWidth);
  else if (block.kind === 'paragraph') yield* textXml(block, areaWidth, keepWithNext);
  else yield paragraph(block.text, { firstLine: twoCharacters, font: headings(t)[block.level], keepWithNext: true });
}

/** Programs insert a quarter of a character between digits and Chinese characters: five times in a date. */
const airInDate = 5 / 4;

/**
 * The issuer, centred over the date, which ends four characters before the right edge; both always stay on one page.
 */
export function signatureXml(issuer: string, date: string): string {
  const dateWidth = widthOf(date) / 2 + airInDate;
  const inset = Math.max(2, 4 + (dateWidth - widthOf(issuer) / 2) / 2);
  const setting = (characters: number): Setting => ({ align: 'right', right: characters * character });
  const above = paragraph('', { keepWithNext: true });
  return above + above + paragraph(issuer, { ...setting(inset), keepWithNext: true }) + paragraph(date, setting(4));
}
