import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { continuedRows } from '@/lib/office-files/workbook/continued-rows';
import { rowHeight } from '@/lib/office-files/workbook/row-height';
import { columnLetters } from '@/lib/office-files/workbook/sheet-xml';
import type { Cell, Workbook } from '@/lib/office-files/workbook/workbook';
import { writeWorkbook } from '@/lib/office-files/workbook/write-workbook';

async function* rowsOf(cells: readonly Cell[][]) {
  yield* cells;
}

const columns = [
  { title: '序号', width: 6, isCentred: true, isRepeated: true },
  { title: '进展', width: 40 },
];

const workbook = (cells: readonly Cell[][]): Workbook => ({
  title: '2020年度台账（甲&乙）',
  sheets: [
    { name: '台账', columns, rows: rowsOf(cells), layout: 'whole' },
    { name: '逐项', columns, rows: rowsOf(cells), layout: 'single' },
  ],
  writtenAt: new Date('2021-01-20T01:00:00Z'),
});

async function bytesOf(cells: readonly Cell[][]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeWorkbook(workbook(cells))) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function partsOf(cells: readonly Cell[][]) {
  const parts = unzipSync(new Uint8Array(await bytesOf(cells)));
  const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
  return { names: Object.keys(parts), sheet: xml('xl/worksheets/sheet1.xml'), book: xml('xl/workbook.xml'), xml };
}

const two: Cell[][] = [
  [1, '一'],
  [2, '二'],
];

describe('a workbook', () => {
  test('a workbook freezes, filters and repeats its header, and prints on landscape A4 as wide as the page', async () => {
    const { sheet, book } = await partsOf(two);
    expect(sheet).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<autoFilter ref="A1:B3"/>');
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(sheet).toContain('<oddHeader>&amp;C&amp;14 2020年度台账（甲&amp;&amp;乙）</oddHeader>');
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="0">'台账'!$A$1:$B$3</definedName>`);
    expect(book).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'台账'!$1:$1</definedName>`);
  });

  test('a workbook without rows has only its header', async () => {
    const { sheet, book } = await partsOf([]);
    expect(sheet).toContain('<autoFilter ref="A1:B1"/>');
    expect(book).toContain('$A$1:$B$1');
  });

  test.each(['=1+1', '+1', '-1', '@SUM(A1)', '=HYPERLINK("http://x","y")', '\t=1', '<c><f>1</f></c>'])(
    'the cell %j stays a text and becomes no formula',
    async (text) => {
      const { sheet, xml } = await partsOf([[1, text]]);
      expect(sheet).not.toContain('<f>');
      const [cell = ''] = /<c r="B2"[\s\S]*?<\/c>/.exec(sheet) ?? [];
      expect(cell).toMatch(/^<c r="B2" s="2" t="inlineStr"><is><t xml:space="preserve">/);
      expect(xml('xl/styles.xml')).toContain('numFmtId="49" applyNumberFormat="1" quotePrefix="1"');
    },
  );

  test('the second sheet keeps a text of any length in one row, which shows its first lines', async () => {
    const { sheet, book, xml } = await partsOf([
      [1, '长'.repeat(3_000)],
      [2, '短'],
    ]);
    expect(sheet.match(/<row /g)?.length).toBeGreaterThan(3);
    const single = xml('xl/worksheets/sheet2.xml');
    expect(single.match(/<row /g)).toHaveLength(3);
    expect(single).toContain('长'.repeat(3_000));
    expect(single).toContain('<row r="2" ht="93" customHeight="1">');
    expect(single).toContain('<row r="3" ht="18" customHeight="1">');
    expect(single).not.toContain('tabSelected');
    expect(book).toContain('<sheet name="逐项" sheetId="2" r:id="rId2"/>');
    expect(book).toContain(`<definedName name="_xlnm.Print_Area" localSheetId="1">'逐项'!$A$1:$B$3</definedName>`);
    expect(xml('xl/_rels/workbook.xml.rels')).toContain('Id="rId3"');
  });

  test('a sequence that a program would decode is escaped, and characters that XML cannot have are left out', async () => {
    const { sheet } = await partsOf([[1, 'a_x0041_b\u0000\uD800<&>']]);
    expect(sheet).toContain('>a_x005F_x0041_b&lt;&amp;&gt;<');
  });

  test('a text longer than a cell holds is kept whole', async () => {
    const { sheet } = await partsOf([[1, '长'.repeat(40_000)]]);
    const lengths = [...sheet.matchAll(/长+/g)].map(([found]) => found.length);
    expect(Math.max(...lengths)).toBeLessThan(32_767);
    expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(40_000);
  });

  test('the same input gives a workbook of the same bytes', async () => {
    expect((await bytesOf(two)).equals(await bytesOf(two))).toBe(true);
  });

  test('the first part of the file is [Content_Types].xml, where programs look for it', async () => {
    expect((await partsOf(two)).names[0]).toBe('[Content_Types].xml');
  });
});

test.each([
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
  [702, 'AAA'],
])('the column of index %i is %s', (index, letters) => {
  expect(columnLetters(index)).toBe(letters);
});

describe('a text too long for the highest row', () => {
  const columns = [
    { title: '序号', width: 9, isRepeated: true },
    { title: '单位', width: 12, isRepeated: true },
    { title: '进展', width: 42 },
    { title: '问题', width: 42 },
  ];
  const rowsOfCells = (...cells: Cell[]) => [...continuedRows(cells, columns)].map((row) => row.cells);

  test('a text too long for one row continues in rows below, which repeat the columns that identify a row', () => {
    const [long, short] = ['进'.repeat(1_200), '无'];
    const rows = rowsOfCells(3, '市教委', long, short);
    expect(rows.map(([number, agency]) => [number, agency])).toEqual(rows.map(() => [3, '市教委']));
    expect(rows.map(([, , text]) => text).join('')).toBe(long);
    expect(rows.map((row) => row[3])).toEqual([short, '', '']);
    for (const row of rows) expect(rowHeight(row, columns)).toBeLessThan(409.5);
  });

  test.each([
    ['lines of its own', `${'一行\n'.repeat(60)}完`],
    ['pairs of code units', '𠮷😀'.repeat(900)],
    ['words, which stay whole', 'https://example.org/ '.repeat(150)],
    ['one word without end', 'a'.repeat(3_000)],
  ])('a text continued over rows loses nothing of %s', (_of, text) => {
    const pieces = rowsOfCells(1, '市教委', text, '').map((row) => String(row[2]));
    expect(pieces.length).toBeGreaterThan(1);
    expect(pieces.join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
    for (const piece of pieces) expect(piece).not.toMatch(/^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/);
  });

  test('a long text of an identifying column continues over rows, and a short one is in one row', () => {
    const rows = rowsOfCells(1, '局'.repeat(200), '无', '');
    expect(rows.map(([, agency]) => agency).join('')).toBe('局'.repeat(200));
    expect(rowsOfCells(1, '市教委', '短', '无')).toEqual([[1, '市教委', '短', '无']]);
  });

  test('a continued row repeats its number, shown with 续', async () => {
    const { sheet, book, xml } = await partsOf([[1, '长'.repeat(1_200)], two[1] ?? []]);
    const numbers = [...sheet.matchAll(/<c r="A\d+" s="(\d+)"><v>(\d+)<\/v>/g)].map(([, style, value]) => [
      style,
      value,
    ]);
    expect(numbers).toEqual([
      ['4', '1'],
      ['5', '1'],
      ['5', '1'],
      ['4', '2'],
    ]);
    expect(book).toContain('$A$1:$B$5');
    expect(xml('xl/styles.xml')).toContain('<numFmt numFmtId="164" formatCode="0&quot;续&quot;"/>');
    const formats = xml('xl/styles.xml').match(/<xf [^>]*applyFont[^>]*>/g) ?? [];
    expect(formats.slice(3).map((format) => /numFmtId="(\d+)"/.exec(format)?.[1])).toEqual(['0', '164']);
  });
});

describe('the height of a row', () => {
  const columns = [
    { title: '序号', width: 6 },
    { title: '进展', width: 42 },
  ];
  test.each([
    ['', 18],
    ['二十个汉字刚好写满一行不多也不少正好是二', 18],
    ['二十一个汉字一行写不下还要再写一行才能写得完', 33],
    ['一\n二\n三', 48],
    ['a'.repeat(40), 18],
    ['长'.repeat(3_000), 409],
  ])('a row is as high as its wrapped text needs: %j', (text, height) => {
    expect(rowHeight([1, text], columns)).toBe(height);
  });
});
