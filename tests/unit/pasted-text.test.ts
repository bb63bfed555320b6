import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPastedText } from '@/lib/domain/report/pasted-text';

describe('cleaning a text pasted from Word, WPS or a page', () => {
  const cases: [rule: string, pasted: string, clean: string][] = [
    [
      'a pasted text keeps its paragraphs, whichever characters end them',
      '一\r\n二\r三\n四\v五\f六\u2028七\u2029八\u0085九',
      '一\n二\n三\n四\n五\n六\n七\n八\n九',
    ],
    ['the cells of a pasted table are separated by one blank', '项目\t进度\t\t备注', '项目 进度 备注'],
    ['blanks that do not break become plain blanks', '资金\u00A0到位\u2007\u202F慢', '资金 到位 慢'],
    ['several blank lines become one', '一\n\n \n\t\n二', '一\n\n二'],
    ['blanks and empty lines around the text are removed', '\r\n\r\n  一\r\n二  \r\n\r\n', '一\n二'],
    ['all kinds of bullets become one sign', '\uF0B7\t一\n• 二\n\u00A0 ■三\n\uF06C\u00A0四', '· 一\n· 二\n· 三\n· 四'],
    ['the numbers of a list are kept', '1.\t一\n（二）二\n①三', '1. 一\n（二）二\n①三'],
    ['the point in a foreign name is kept', '阿里·木江', '阿里·木江'],
    ['invisible characters are removed', '一\u200B二\u00AD三\uFEFF四\u202E五\uFFFC六\uE004七', '一二三四五六七'],
    ['characters outside the basic plane are kept', '完成😀𠮷', '完成😀𠮷'],
    ['a text without visible characters becomes empty', ' \u200B\r\n\t', ''],
  ];
  test.each(cases)('%s', (_rule, pasted, clean) => {
    expect(cleanPastedText(pasted)).toBe(clean);
  });
});

const rough = fc
  .array(
    fc.constantFrom('一', '二', 'a', '1.', ' ', '\t', '\u00A0', '\r\n', '\n', '\v', '•', '·', '\uF0B7', '\u200B', '😀'),
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
    { numRuns: 1_000 },
  );
});

test('cleaning keeps the words and their order', () => {
  const words = (text: string) => text.replace(/[^一二a1😀]/gu, '');
  fc.assert(
    fc.property(rough, (text) => {
      expect(words(cleanPastedText(text))).toBe(words(text));
    }),
    { numRuns: 1_000 },
  );
});
