import type { UnsafeContent } from '@/lib/domain/report/evidence-content';
import { compoundFile, type Part, packed, samples, zip, zipOf } from './sample-files';

// Documents that the portal refuses for what is in them, each beside the reason; and some like them that it accepts.

const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const office = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const types = (more = '') =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${office}"/>${more}</Types>`;

const relations = (type: string, target: string, more = 'TargetMode="External"') =>
  `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${relation}/${type}" Target="${target}" ${more}/></Relationships>`;

/** A Word document with some more parts. */
const word = (parts: Record<string, string | Buffer | Part> = {}, more = '') =>
  zip({ '[Content_Types].xml': types(more), 'word/document.xml': '<w:document/>', ...parts });

const related = (type: string, target: string, more?: string) =>
  word({ 'word/_rels/document.xml.rels': relations(type, target, more) });
const template = (target: string) => word({ 'word/_rels/settings.xml.rels': relations('attachedTemplate', target) });

const blanks = (megabytes: number) => packed(Buffer.alloc(megabytes * 1024 * 1024, ' '));
const fifty = blanks(50);

const macros = Buffer.concat([compoundFile('dir'), compoundFile('_VBA_PROJECT')]);
const presentation = Buffer.concat([
  samples.ppt,
  Buffer.from('1f00ff0314000000020000040c000000', 'hex'),
  Buffer.from([9, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0]),
]);
const wide = (text: string) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);

export const unsafeFiles: Record<string, [UnsafeContent['kind'], Buffer]> = {
  'macros under their usual name': ['macros', word({ 'word/vbaProject.bin': 'macro' })],
  'macros under another name, told by their media type': [
    'macros',
    word(
      { 'word/data.bin': 'x' },
      '<Override PartName="/word/data.bin" ContentType="application/vnd.ms-office.vbaProject"/>',
    ),
  ],
  'macros under another name, told by their relationship': [
    'macros',
    word({
      'word/_rels/document.xml.rels':
        '<Relationships><Relationship Id="r" Type="http://schemas.microsoft.com/office/2006/relationships/vbaProject" Target="data.bin"/></Relationships>',
    }),
  ],
  'macros under another name, told by their bytes': ['macros', word({ 'word/media/image1.png': macros })],
  'macros, packed': ['macros', word({ 'word/data.bin': packed(macros) })],
  'a document of macros under the extension of one without': [
    'macros',
    word({}, '<Override PartName="/a.xml" ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/>'),
  ],
  'a sheet of macros of Excel 4': ['macros', word({ 'xl/macrosheets/sheet1.xml': '<x/>' })],
  'macros of an older document': ['macros', Buffer.concat([samples.doc, compoundFile('_VBA_PROJECT')])],
  'macros of an older document in small letters': [
    'macros',
    Buffer.concat([samples.doc, compoundFile('_vba_project')]),
  ],
  'macros of an older spreadsheet': ['macros', Buffer.concat([samples.xls, compoundFile('_VBA_PROJECT_CUR')])],
  'macros of an older presentation': ['macros', presentation],
  'a control': ['control', word({ 'word/activeX/activeX1.xml': '<x/>' })],
  'a template on another server': ['template', template('http://evil.example/t.dotm')],
  'a template on a share': ['template', template('file:///\\\\evil\\share\\t.dotm')],
  'a template whose place is spelled in references': ['template', template('&#104;ttp://evil.example/t.dotm')],
  'a template that is not said to be external': [
    'template',
    word({ 'word/_rels/settings.xml.rels': relations('attachedTemplate', 'http://evil.example/t.dotm', '') }),
  ],
  'a template in a list in UTF-16': [
    'template',
    word({ 'word/_rels/settings.xml.rels': wide(relations('attachedTemplate', 'http://evil.example/t.dotm')) }),
  ],
  'a template under a prefix': [
    'template',
    word({
      'WORD/_RELS/SETTINGS.XML.RELS': `<p:Relationships xmlns:p="x"><p:Relationship Type='${relation}/attachedTemplate' Target='http://evil.example' TargetMode='External'/></p:Relationships>`,
    }),
  ],
  'a picture on another server': ['picture', related('image', 'http://evil.example/a.png')],
  'a linked object': ['link', related('oleObject', 'file:///C:\\a.xlsx')],
  'a linked workbook': ['link', word({ 'xl/externalLinks/externalLink1.xml': '<externalLink/>' })],
  'a linked object of an older document': ['link', Buffer.concat([samples.doc, compoundFile('\u0003LinkInfo')])],
  'an embedded file': ['object', word({ 'word/embeddings/oleObject1.bin': compoundFile('\u0001Ole10Native') })],
  'an embedded program': [
    'program',
    word({ 'word/media/image1.png': Buffer.concat([Buffer.from('MZ'), Buffer.alloc(99)]) }),
  ],
  'an embedded program by its name': ['program', word({ 'word/embeddings/setup.exe': 'x' })],
  'a protected document': ['encrypted', compoundFile('EncryptedPackage')],
  'a protected part': ['encrypted', word({ 'word/media/a.png': { ...packed(Buffer.from('x')), isEncrypted: true } })],
  'ten parts of 50 MB': [
    'bomb',
    word(Object.fromEntries(Array.from({ length: 10 }, (_, part) => [`word/p${part}.xml`, fifty]))),
  ],
  '201 MB of blanks in the list of media types': [
    'bomb',
    zip({ '[Content_Types].xml': blanks(201), 'word/document.xml': '<w:document/>' }),
  ],
  '30 MB of blanks in the list of media types': [
    'bomb',
    zip({ '[Content_Types].xml': blanks(30), 'word/document.xml': '<w:document/>' }),
  ],
  'a part that is longer than said': ['unreadable', word({ 'word/a.xml': { ...fifty, size: 1_000 } })],
  'more parts than any document has': [
    'bomb',
    word(Object.fromEntries(Array.from({ length: 10_000 }, (_, number) => [`word/${number}.xml`, '']))),
  ],
  'entities of its own': [
    'unreadable',
    word({ 'word/_rels/a.rels': '<!DOCTYPE r [<!ENTITY a "External">]><Relationships/>' }),
  ],
  'a list that is no XML': ['unreadable', word({ 'word/_rels/a.rels': '<Relationships><Relationship' })],
  'a list in another encoding': [
    'unreadable',
    word({ 'word/_rels/a.rels': '<?xml version="1.0" encoding="UTF-7"?><Relationships/>' }),
  ],
  'two parts of one name': [
    'unreadable',
    zipOf([
      ['[Content_Types].xml', types()],
      ['[content_types].xml', types()],
      ['word/document.xml', ''],
    ]),
  ],
};

export const safeFiles: Record<string, Buffer> = {
  hyperlinks: related('hyperlink', 'https://www.gov.cn/?a=1&amp;b=2'),
  'a template on the disk of its author': template('file:///C:\\Users\\li\\公文.dotx'),
  'a picture of its own': related('image', 'media/image1.png', ''),
  'a packed picture of 10 MB': word({ 'word/media/a.bmp': packed(Buffer.alloc(10 * 1024 * 1024, 7)) }),
  'an equation': word({ 'word/embeddings/oleObject1.bin': compoundFile('Equation Native') }),
  'an embedded workbook': word({ 'word/embeddings/Sheet1.xlsx': samples.xlsx }),
};
