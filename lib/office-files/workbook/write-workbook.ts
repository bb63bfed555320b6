import 'server-only';
import { type ZipPart, zipped } from '@/lib/office-files/streamed-zip';
import { escaped } from '@/lib/office-files/xml-text';
import { columnLetters, sheetXml } from './sheet-xml';
import { stylesXml } from './styles-xml';
import type { Sheet, Workbook } from './workbook';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}+xml"/>`;

const partOf = (index: number) => `worksheets/sheet${index + 1}.xml`;

const contentTypes = (sheets: readonly Sheet[]) =>
  [
    `${declaration}<Types xmlns="${packages}/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    override('xl/workbook.xml', `${spreadsheet}.sheet.main`),
    ...sheets.map((_, index) => override(`xl/${partOf(index)}`, `${spreadsheet}.worksheet`)),
    override('xl/styles.xml', `${spreadsheet}.styles`),
    override('docProps/core.xml', 'application/vnd.openxmlformats-package.core-properties'),
    '</Types>',
  ].join('');

const relation = (id: number, type: string, target: string) =>
  `<Relationship Id="rId${id}" Type="${type}" Target="${target}"/>`;
const relations = (...all: string[]) =>
  `${declaration}<Relationships xmlns="${packages}/relationships">${all.join('')}</Relationships>`;

const rootRelations = relations(
  relation(1, `${documents}/officeDocument`, 'xl/workbook.xml'),
  relation(2, `${packages}/relationships/metadata/core-properties`, 'docProps/core.xml'),
);
const workbookRelations = (sheets: readonly Sheet[]) =>
  relations(
    ...sheets.map((_, index) => relation(index + 1, `${documents}/worksheet`, partOf(index))),
    relation(sheets.length + 1, `${documents}/styles`, 'styles.xml'),
  );

function coreProperties({ title, writtenAt }: Workbook): string {
  const at = (name: string) =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${writtenAt.toISOString()}</dcterms:${name}>`;
  return [
    `${declaration}<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties"`,
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title>${at('created')}${at('modified')}</cp:coreProperties>`,
  ].join('');
}

/** The names of a sheet's filtered and printed ranges, and of the header repeated on each printed page. */
function definedNames({ name, columns }: Sheet, index: number, rows: number): string {
  const quoted = `'${escaped(name)}'`;
  const area = `${quoted}!$A$1:$${columnLetters(columns.length - 1)}$${rows}`;
  const defined = (words: string, range: string, hidden = '') =>
    `<definedName name="_xlnm.${words}" localSheetId="${index}"${hidden}>${range}</definedName>`;
  return [
    defined('_FilterDatabase', area, ' hidden="1"'),
    defined('Print_Area', area),
    defined('Print_Titles', `${quoted}!$1:$1`),
  ].join('');
}

function workbookXml({ sheets }: Workbook, rows: readonly number[]): string {
  const listed = sheets.map(
    ({ name }, index) => `<sheet name="${escaped(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return [
    `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${documents}">`,
    `<bookViews><workbookView/></bookViews><sheets>${listed.join('')}</sheets>`,
    `<definedNames>${sheets.map((sheet, index) => definedNames(sheet, index, rows[index] ?? 1)).join('')}</definedNames>`,
    '</workbook>',
  ].join('');
}

async function* once(text: () => string): AsyncGenerator<string> {
  yield text();
}

/**
 * Writes a workbook as .xlsx (ECMA-376) row by row, with no more than a chunk in memory. The same workbook gives the
 * same bytes.
 */
export async function* writeWorkbook(workbook: Workbook): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  const fixed = (name: string, xml: string): ZipPart => ({ name, content: encoder.encode(xml) });
  const { title, sheets } = workbook;
  const rows: number[] = [];
  const parts = sheets.map((sheet, index): ZipPart => {
    const written = (count: number) => {
      rows[index] = count;
    };
    return { name: `xl/${partOf(index)}`, content: sheetXml(sheet, { title, isFirst: index === 0, written }) };
  });
  yield* zipped([
    fixed('[Content_Types].xml', contentTypes(sheets)),
    fixed('_rels/.rels', rootRelations),
    fixed('docProps/core.xml', coreProperties(workbook)),
    fixed('xl/_rels/workbook.xml.rels', workbookRelations(sheets)),
    fixed('xl/styles.xml', stylesXml()),
    ...parts,
    // Comes after the sheets, because it names their last rows.
    { name: 'xl/workbook.xml', content: once(() => workbookXml(workbook, rows)) },
  ]);
}
