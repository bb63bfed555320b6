import 'server-only';
import { escaped } from '@/lib/office-files/xml-text';
import { getT } from '@/lib/text/get-t';
import { continuedRows } from './continued-rows';
import { rowHeight } from './row-height';
import { type Appearance, styleOf } from './styles-xml';
import type { Cell, Sheet, WorkbookColumn } from './workbook';

/** Gives the letters of a column: 0 is A, 26 is AA. */
export function columnLetters(index: number): string {
  const rest = index % 26;
  const before = Math.floor(index / 26) - 1;
  return (before >= 0 ? columnLetters(before) : '') + String.fromCharCode(65 + rest);
}

/** Text of a cell: `_x0041_` would be read as an A (ECMA-376, 22.9.2.19), so its underscore is escaped. */
function cellText(text: string): string {
  return escaped(text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_'));
}

type RowKind = 'header' | 'row' | 'continued';

function appearanceOf(cell: Cell, { isCentred }: WorkbookColumn, kind: RowKind): Appearance {
  if (kind === 'header') return 'header';
  if (typeof cell === 'number') return kind === 'continued' ? 'continuedNumber' : 'number';
  return isCentred ? 'centred' : 'text';
}

function cellXml(cell: Cell, place: string, style: number): string {
  if (typeof cell === 'number') return `<c r="${place}" s="${style}"><v>${cell}</v></c>`;
  if (cell === '') return `<c r="${place}" s="${style}"/>`;
  // An inline string is never a formula, and can be written as it arrives: no table of all texts has to be kept.
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${cellText(cell)}</t></is></c>`;
}

type Row = { cells: readonly Cell[]; number: number; kind: RowKind };

function rowXml({ cells, number, kind }: Row, { columns, layout }: Sheet): string {
  const written = columns.map((column, index) => {
    const cell = cells[index] ?? '';
    return cellXml(cell, `${columnLetters(index)}${number}`, styleOf(appearanceOf(cell, column, kind)));
  });
  return `<row r="${number}" ht="${rowHeight(cells, columns, layout)}"${layout === 'single' ? ' customHeight="1"' : ''}>${written.join('')}</row>`;
}

const namespaces = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';

function beginning(columns: readonly WorkbookColumn[], isFirst: boolean): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  return [
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet ${namespaces}>`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>',
    '<selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews>',
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.join('')}</cols><sheetData>`,
  ].join('');
}

// In inches.
const margins = '<pageMargins left="0.4" right="0.4" top="0.8" bottom="0.6" header="0.35" footer="0.3"/>';
/** An ampersand begins a code in a header, so it is doubled. */
const headerText = (text: string) => escaped(text.replaceAll('&', '&&'));

function ending(range: string, title: string): string {
  const t = getT();
  return [
    `</sheetData><autoFilter ref="${range}"/><printOptions horizontalCentered="1"/>${margins}`,
    // Landscape A4, fitted to the page's width, as many pages long as needed.
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    `<headerFooter><oddHeader>&amp;C&amp;14 ${headerText(title)}</oddHeader>`,
    `<oddFooter>&amp;C${headerText(t('documents.workbook.page')).replace('@page@', '&amp;P').replace('@pages@', '&amp;N')}</oddFooter>`,
    '</headerFooter></worksheet>',
  ].join('');
}

type SheetOptions = { title: string; isFirst: boolean; written: (rows: number) => void };

/** Gives the sheet row by row; at its end it calls `written` with the number of rows, including the header. */
export async function* sheetXml(sheet: Sheet, { title, isFirst, written }: SheetOptions) {
  const { columns, rows, layout } = sheet;
  yield beginning(columns, isFirst);
  yield rowXml({ cells: columns.map((column) => column.title), number: 1, kind: 'header' }, sheet);
  let number = 1;
  for await (const row of rows) {
    const parts = layout === 'whole' ? continuedRows(row, columns) : [{ cells: row, isContinued: false }];
    for (const { cells, isContinued } of parts) {
      number += 1;
      yield rowXml({ cells, number, kind: isContinued ? 'continued' : 'row' }, sheet);
    }
  }
  written(number);
  yield ending(`A1:${columnLetters(columns.length - 1)}${number}`, title);
}
