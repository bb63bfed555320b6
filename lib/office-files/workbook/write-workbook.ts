import 'server-only';
import { type ZipPart, zipped } from '@/lib/office-files/streamed-zip';
import { escaped } from '@/lib/office-files/xml-text';
import { columnLetters, sheetXml } from './sheet-xml';
import { stylesXml } from './styles-xml';
import type { Workbook } from './workbook';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const documents = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const override = (part: string, type: string) => `<Override PartName="/${part}" ContentType="${type}+xml"/>`;

const contentTypes = [
  `${declaration}<Types xmlns="${packages}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  override('xl/workbook.xml', `${spreadsheet}.sheet.main`),
  override('xl/worksheets/sheet1.xml', `${spreadsheet}.worksheet`),
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
const workbookRelations = relations(
  relation(1, `${documents}/worksheet`, 'worksheets/sheet1.xml'),
  relation(2, `${documents}/styles`, 'styles.xml'),
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

/** The workbook with its one sheet, the filtered and printed ranges, and the header repeated on each printed page. */
function workbookXml({ sheetName, columns }: Workbook, rows: number): string {
  const name = escaped(sheetName);
  const last = columnLetters(columns.length - 1);
  const area = `'${name}'!$A$1:$${last}$${rows}`;
  const defined = (words: string, range: string) =>
    `<definedName name="${words}" localSheetId="0">${range}</definedName>`;
  return [
    `${declaration}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${documents}">`,
    `<bookViews><workbookView/></bookViews><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets>`,
    `<definedNames><definedName name="_xlnm._FilterDatabase" localSheetId="0" hidden="1">${area}</definedName>`,
    defined('_xlnm.Print_Area', area),
    defined('_xlnm.Print_Titles', `'${name}'!$1:$1`),
    '</definedNames></workbook>',
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
  let rows = 1;
  const sheet = sheetXml(workbook, (written) => {
    rows = written;
  });
  yield* zipped([
    fixed('[Content_Types].xml', contentTypes),
    fixed('_rels/.rels', rootRelations),
    fixed('docProps/core.xml', coreProperties(workbook)),
    fixed('xl/_rels/workbook.xml.rels', workbookRelations),
    fixed('xl/styles.xml', stylesXml()),
    { name: 'xl/worksheets/sheet1.xml', content: sheet },
    // Comes after the sheet, because it names the sheet's last row.
    { name: 'xl/workbook.xml', content: once(() => workbookXml(workbook, rows)) },
  ]);
}
