import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPastedText } from '@/lib/domain/report/pasted-text';
import { countUnreadable, plainText } from '@/lib/domain/report/plain-text';
import { cellsOf } from '@/lib/domain/report/text-tables';

describe('cleaning a text pasted from Word, WPS or a page', () => {
  const cases: [rule: string, pasted: string, clean: string][] = [
    [
      'a pasted text keeps its paragraphs, whichever characters end them',
      '一\r\n二\r三\n四\v五\f六\u2028七\u2029八\u0085九',
      '一\n二\n三\n四\n五\n六\n七\n八\n九',
    ],
    ['the cells of a pasted table stay apart, empty ones too', '项目\t进度\t\t备注', '｜项目｜进度｜｜备注｜'],
    ['an empty cell at the beginning stays in its column', '甲\t1\n\t36', '｜甲｜1｜\n｜｜36｜'],
    ['an empty cell at the end stays in its column', '甲\t1\n乙\t', '｜甲｜1｜\n｜乙｜｜'],
    ['a bar within a cell does not make a further column', '甲｜乙\t1', '｜甲|乙｜1｜'],
    ['a bar in a sentence is kept', '甲｜乙', '甲｜乙'],
    ['numbers in the first column of a table are cells', '序号\t任务\n1.\t推进', '｜序号｜任务｜\n｜1.｜推进｜'],
    ['an indented paragraph is no table', '\t一\n\t二\t', '一\n二'],
    ['blanks that do not break become plain blanks', '资金\u00A0到位\u2007\u202F慢', '资金 到位 慢'],
    ['several blank lines become one', '一\n\n \n\t\n二', '一\n\n二'],
    ['blanks and empty lines around the text are removed', '\r\n\r\n  一\r\n二  \r\n\r\n', '一\n二'],
    [
      'bullets of symbol fonts become bullets, other bullets are kept',
      '\uF0B7\t一\n• 二\n\u00A0 ■三\n\uF06C\u00A0四\n\uF0D8\t五\n\uF0FC六',
      '• 一\n• 二\n■三\n● 四\n➢ 五\n✓六',
    ],
    [
      'letters that are bullets in Wingdings become bullets',
      'n\t一\nl\t二\nØ\t三\nü\t四\n§\t五\nv\t六\nu\t七\nq\t八',
      '■ 一\n● 二\n➢ 三\n✓ 四\n▪ 五\n❖ 六\n◆ 七\n❑ 八',
    ],
    ['letters before figures are cells', 'n\t36\nl\t5', '｜n｜36｜\n｜l｜5｜'],
    ['the numbers of a list are kept', '1.\t一\n（二）二\n①三', '1. 一\n（二）二\n①三'],
    ['the point in a foreign name is kept', '阿里·木江', '阿里·木江'],
    [
      'unseen characters go, those that nobody can read stay',
      '一\u200B二\u00AD三\uFEFF四\u202E五\uFFFC六\uE863七\u2066八\u200E',
      '一二三四五\uFFFC六\uE863七八',
    ],
    [
      'joiners within emoji and scripts are kept',
      '👨\u200D👩\u200D👧和می\u200Cخواهم',
      '👨\u200D👩\u200D👧和می\u200Cخواهم',
    ],
    ['joiners between ideographs go', '一\u200D二\u200C三', '一二三'],
    ['look-alike ideographs become those that were meant', '⼀⼈\u2ECB\u2ED3\uF9D1', '一人车长六'],
    ['punctuation and full-width signs stay', '“一”，１２３（ＡＢ）～—…', '“一”，１２３（ＡＢ）～—…'],
    ['characters outside the basic plane are kept', '完成😀𠮷', '完成😀𠮷'],
    ['a text without visible characters becomes empty', ' \u200B\r\n\t', ''],
  ];
  test.each(cases)('%s', (_rule, pasted, clean) => {
    expect(cleanPastedText(pasted)).toBe(clean);
  });
});

const rough = fc
  .array(
    fc.constantFrom(
      '一',
      '二',
      'a',
      'n',
      '1.',
      '｜',
      ' ',
      '\t',
      '\u200D',
      '\u202E',
      '\u2F00',
      '\uE863',
      '\u00A0',
      '\r\n',
      '\n',
      '\v',
      '•',
      '·',
      '\uF0B7',
      '\u200B',
      '😀',
    ),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(''));

test('cleaning a clean text changes nothing', () => {
  fc.assert(
    fc.property(rough, (text) => {
      const clean = cleanPastedText(text);
      expect(cleanPastedText(clean)).toBe(clean);
    }),
    { numRuns: 500 },
  );
});

test('no character goes but blanks, unseen ones, and tabs, which become bars', () => {
  const unseen = /[\u00AD\u061C\u200B-\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\s|｜]/gu;
  const bullets = (text: string) => text.replace(/[•●■➢✓▪❖◆❑nlqtuv§Øèü\uF000-\uF0FF]/gu, 'B');
  const words = (text: string) =>
    bullets(text)
      .replace(/\p{Cc}/gu, '')
      .replace(unseen, '')
      .replace(/\u2F00/gu, '一');
  const anything = fc.oneof(rough, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
  fc.assert(
    fc.property(anything, (text) => {
      fc.pre(!/[\u2E80-\u2FD5\uF000-\uFAFF\u{2F800}-\u{2FA1F}]/u.test(text.replace(/\u2F00/gu, '')));
      expect(words(plainText(text))).toBe(words(text));
    }),
    { numRuns: 800 },
  );
});

test('a text by the rule is changed by it no more', () => {
  fc.assert(
    fc.property(fc.oneof(rough, fc.string({ unit: 'binary' })), (text) => {
      const plain = plainText(text);
      expect(plainText(plain)).toBe(plain);
      expect(plain).not.toMatch(/[\t\r\u202A-\u202E\u200B]/u);
    }),
    { numRuns: 800 },
  );
});

test('each row of tab-separated cells has its cells in their columns', () => {
  const cell = fc.constantFrom('', '甲', '36', '完成率 50%', '\uE863');
  const rows = fc.array(fc.array(cell, { minLength: 3, maxLength: 5 }), { minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(rows, (cells) => {
      fc.pre(cells.some((row) => row.filter((one) => one !== '').length > 1 && row.length > 2));
      const text = cells.map((row) => row.join('\t')).join('\r\n');
      expect(cleanPastedText(text).split('\n').map(cellsOf)).toEqual(cells);
    }),
    { numRuns: 500 },
  );
});

test('characters that nobody else can read are counted', () => {
  expect(countUnreadable('王\uE863和\uFFFD\uFFFC、𠮷😀')).toBe(3);
});
