import { strFromU8, unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { OfficialBlock, OfficialDocument } from '@/lib/office-files/official/official-document';
import { writeOfficialDocument } from '@/lib/office-files/official/write-official-document';

const trace = { agency: '市教委', version: 2, receiptNumber: '2020Q1-02-2' };

const sample: OfficialDocument = {
  title: '关于2020年第一季度重点任务进展情况的汇总',
  addressee: '局领导',
  blocks: [
    { kind: 'heading', level: 1, text: '一、总体情况' },
    { kind: 'paragraph', text: '第一段<文字>&符号\u0000\uD800。\n第二段。', trace },
  ],
  annexes: [
    {
      title: '情况表',
      isLandscape: true,
      blocks: [
        {
          kind: 'table',
          columns: [
            { title: '序号', width: 1 },
            { title: '单位', width: 3 },
          ],
          rows: [
            ['1', '市教委'],
            ['2', '市科技局'],
          ],
        },
      ],
    },
  ],
  signature: { issuer: '科技处', signedOn: civilDate('2020-07-08') },
  writtenAt: new Date('2020-07-08T01:00:00Z'),
};

async function bytesOf(document: OfficialDocument): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of writeOfficialDocument(document)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function xmlOf(document: OfficialDocument, part = 'word/document.xml'): Promise<string> {
  const parts = unzipSync(new Uint8Array(await bytesOf(document)));
  return strFromU8(parts[part] ?? new Uint8Array());
}

describe('an official document', () => {
  test('blanks before a paragraph do not double its indent, and quotation marks around Chinese words are paired', async () => {
    const blocks: OfficialBlock[] = [{ kind: 'paragraph', text: '　　推进"揭榜挂帅"项目。\n  屏幕为 15" 和 17"。' }];
    const { value } = await mammoth.extractRawText({ buffer: await bytesOf({ ...sample, blocks }) });
    const lines = value.split('\n').filter((line) => line !== '');
    expect(lines).toEqual(expect.arrayContaining(['推进“揭榜挂帅”项目。', '屏幕为 15" 和 17"。']));
  });

  test('an official document has its parts in order, its annex named in the text, and a date without padding', async () => {
    const { value } = await mammoth.extractRawText({ buffer: await bytesOf(sample) });
    const lines = value.split('\n').filter((line) => line.trim() !== '');
    expect(lines).toEqual([
      '关于2020年第一季度重点任务进展情况的汇总',
      '局领导：',
      '一、总体情况',
      '第一段<文字>&符号。',
      '第二段。〔来源：市教委，第2版，回执2020Q1-02-2〕',
      '附件：情况表',
      '科技处',
      '2020年7月8日',
      '附件',
      '情况表',
      '序号',
      '单位',
      '1',
      '市教委',
      '2',
      '市科技局',
    ]);
  });

  test('the same input gives an official document of the same bytes', async () => {
    expect((await bytesOf(sample)).equals(await bytesOf(sample))).toBe(true);
  });

  test('the source of a passage is hidden text, the header of a table repeats, and no row is split', async () => {
    const xml = await xmlOf(sample);
    expect(xml).toContain('<w:r><w:rPr><w:vanish/></w:rPr><w:t xml:space="preserve">〔来源：');
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    expect(xml.match(/<w:cantSplit\/>/g)).toHaveLength(3);
  });

  test('a table in a text is a table of the document, with its empty cells, and the source of the text behind it', async () => {
    const text = '如下：\n｜指标｜数值｜\n｜企业数｜｜\n完。';
    const written = await xmlOf({ ...sample, annexes: [], blocks: [{ kind: 'paragraph', text, trace }] });
    expect(written.match(/<w:tbl>/g)).toHaveLength(1);
    expect(written.match(/<w:tblHeader\/>/g)).toHaveLength(1);
    const words = written
      .replace(/<\/w:p>/g, '/')
      .replace(/<\/w:tc>/g, '#')
      .replace(/<[^>]+>/g, '');
    expect(words).toContain('如下：/指标/#数值/#企业数/#/#/完。〔来源：');
  });

  test('a table in a text whose first row has an empty cell has no header', async () => {
    const text = '｜｜数值｜\n｜企业数｜36｜';
    const written = await xmlOf({ ...sample, annexes: [], blocks: [{ kind: 'paragraph', text, trace }] });
    expect(written).not.toContain('<w:tblHeader/>');
    const words = written
      .replace(/<\/w:p>/g, '/')
      .replace(/<\/w:tc>/g, '#')
      .replace(/<[^>]+>/g, '');
    expect(words).toContain('/#数值/#企业数/#36/#〔来源：');
  });

  test('the page follows GB/T 9704: A4 with its margins, and a landscape annex with the binding side at the top', async () => {
    const xml = await xmlOf(sample);
    const margins = [...xml.matchAll(/<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/g)];
    const inMillimetres = margins.map(([, ...sides]) => sides.map((side) => Math.round((Number(side) * 25.4) / 1440)));
    expect(inMillimetres).toEqual([
      [37, 26, 35, 28],
      [28, 37, 26, 35],
    ]);
    expect(xml).toContain('w:w="11906" w:h="16838" w:orient="portrait"');
    expect(xml).toContain('w:w="16838" w:h="11906" w:orient="landscape"');
  });

  test('the title is among the properties of the document, whatever special characters it has', async () => {
    const xml = await xmlOf({ ...sample, title: '预算$&说明$`与$1' }, 'docProps/core.xml');
    expect(xml).toContain('<dc:title>预算$&amp;说明$`与$1</dc:title>');
    expect(xml.match(/<dc:creator>/g)).toHaveLength(1);
  });

  test('each font has a substitute named for machines where it is not installed', async () => {
    const xml = await xmlOf(sample, 'word/fontTable.xml');
    const fonts = [...xml.matchAll(/<w:font w:name="([^"]+)"><w:altName w:val="([^"]+)"\/>/g)];
    expect(fonts.map(([, name, other]) => `${name} ${other}`)).toEqual([
      '方正小标宋简体 宋体',
      '仿宋_GB2312 仿宋',
      '楷体_GB2312 楷体',
    ]);
  });

  test('the issuer is centred over the date, with digits half as wide, and the two stay on one page', async () => {
    const signed = (await xmlOf({ ...sample, annexes: [] })).split('<w:p>').slice(-5, -1);
    expect(signed.filter((paragraph) => paragraph.includes('<w:keepNext/>'))).toHaveLength(3);
    const [issuer, date] = signed.slice(-2).map((paragraph) => Number(/w:right="(\d+)"/.exec(paragraph)?.[1]));
    // 科技处 is 3 characters wide; 2020年7月8日 is 7.25 (6 figures, 3 characters, 5 gaps), and ends 4 characters in.
    expect([issuer, date]).toEqual([(4 + (7.25 - 3) / 2) * 320, 4 * 320]);
  });

  test.each([
    ['the end of the text', [], '第二段。'],
    ['the list of the annexes', sample.annexes, '附件：情况表'],
  ])('%s stays on the page with the signature, so that no signature is alone', async (_what, annexes, words) => {
    const blocks = [...(sample.blocks as OfficialBlock[]), { kind: 'paragraph', text: ' ' } as const];
    const xml = await xmlOf({ ...sample, blocks, annexes });
    const paragraphs = xml.slice(0, xml.indexOf('2020年7月8日')).split('<w:p>');
    const kept = paragraphs.slice(
      paragraphs.findIndex((paragraph) => paragraph.includes(words)),
      -1,
    );
    expect(kept.length).toBeGreaterThan(3);
    for (const paragraph of kept) expect(paragraph).toContain('<w:keepNext/>');
    expect(paragraphs.find((paragraph) => paragraph.includes('第一段'))).not.toContain('<w:keepNext/>');
    expect(paragraphs.find((paragraph) => paragraph.includes('第二段'))).toContain('<w:keepNext/>');
  });

  test('a long paragraph, or one in a document without signature, is not kept with the next', async () => {
    const long = { kind: 'paragraph', text: '长'.repeat(85) } as const;
    for (const changes of [{ blocks: [long] }, { signature: undefined }]) {
      const xml = await xmlOf({ ...sample, ...changes, annexes: [] });
      const paragraphs = xml.split('<w:p>').filter((paragraph) => /长|第二段/.test(paragraph));
      expect(paragraphs).toHaveLength(1);
      expect(paragraphs[0]).not.toContain('<w:keepNext/>');
    }
  });
});
