import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanPastedText } from '@/lib/domain/report/pasted-text';

describe('what is pasted from Word, WPS or a page', () => {
  const cases: [rule: string, pasted: string, clean: string][] = [
    [
      'keeps its paragraphs, whatever ends them',
      '一\r\n二\r三\n四\v五\f六\u2028七\u2029八\u0085九',
      '一\n二\n三\n四\n五\n六\n七\n八\n九',
    ],
    ['sets the cells of a table apart by one blank', '项目\t进度\t\t备注', '项目 进度 备注'],
    ['has plain blanks for those that do not break', '资金\u00A0到位\u2007\u202F慢', '资金 到位 慢'],
    ['has no blank lines beside one', '一\n\n \n\t\n二', '一\n\n二'],
    ['begins and ends with its text', '\r\n\r\n  一\r\n二  \r\n\r\n', '一\n二'],
    ['has one sign for every bullet', '\uF0B7\t一\n• 二\n\u00A0 ■三\n\uF06C\u00A0四', '· 一\n· 二\n· 三\n· 四'],
    ['keeps the numbers of a list', '1.\t一\n（二）二\n①三', '1. 一\n（二）二\n①三'],
    ['keeps a point between names', '阿里·木江', '阿里·木江'],
    ['loses what nobody sees', '一\u200B二\u00AD三\uFEFF四\u202E五\uFFFC六\uE004七', '一二三四五六七'],
    ['keeps signs outside the basic plane', '完成😀𠮷', '完成😀𠮷'],
    ['is not there where nothing is seen', ' \u200B\r\n\t', ''],
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

test('the words stay as they are, in their order', () => {
  const words = (text: string) => text.replace(/[^一二a1😀]/gu, '');
  fc.assert(
    fc.property(rough, (text) => {
      expect(words(cleanPastedText(text))).toBe(words(text));
    }),
    { numRuns: 1_000 },
  );
});
