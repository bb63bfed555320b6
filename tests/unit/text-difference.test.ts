import fc from 'fast-check';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { TextDifference } from '@/components/reports/differences/text-difference';
import { type TextPiece, textPieces } from '@/components/reports/differences/text-pieces';

const marks = { same: '', added: '+', removed: '-' };

/** Writes the pieces in one line, such as `已完成-[3]+[5]项`, so that an expected difference is easy to read. */
const shown = (before: string, after: string) =>
  textPieces(before, after)
    .map(({ kind, text }) => (kind === 'same' ? text : `${marks[kind]}[${text}]`))
    .join('');

const textOf = (pieces: readonly TextPiece[], without: TextPiece['kind']) =>
  pieces
    .filter(({ kind }) => kind !== without)
    .map(({ text }) => text)
    .join('');

describe('the differences of two texts', () => {
  test.each([
    ['one changed character is marked alone', '项目已经开工。', '项目已经完工。', '项目已经-[开]+[完]工。'],
    ['a changed number is exchanged as a whole', '完成投资1250万元', '完成投资1280万元', '完成投资-[1250]+[1280]万元'],
    ['an added text is marked', '已开工。', '已开工，进展顺利。', '已开工+[，进展顺利]。'],
    ['a removed text is marked', '已开工，进展顺利。', '已开工。', '已开工-[，进展顺利]。'],
    ['an added paragraph is marked', '第一段\n第二段', '第一段\n新的一段\n第二段', '第一段\n+[新的一段\n]第二段'],
    ['all of a new text is added', '', '全文', '+[全文]'],
    ['all of a deleted text is removed', '全文', '', '-[全文]'],
    ['equal texts have no difference', '全文', '全文', '全文'],
  ])('%s', (_title, before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  test('rewritten words that happen to share a character are exchanged as a whole', () => {
    expect(shown('组织召开了专题推进会', '研究印发了工作方案书')).toBe(
      '-[组织召开了专题推进会]+[研究印发了工作方案书]',
    );
  });

  test('texts that share little are compared sentence by sentence', () => {
    const sentence = (start: number) => String.fromCodePoint(...Array.from({ length: 40 }, (_, n) => start + n));
    const before = Array.from({ length: 20 }, (_, n) => `${sentence(0x4e00 + n * 40)}。`);
    const after = Array.from({ length: 20 }, (_, n) => `${sentence(n === 10 ? 0x4e00 + 400 : 0x6000 + n * 40)}。`);
    const kept = textPieces(before.join(''), after.join('')).filter(({ kind }) => kind === 'same');
    expect(kept.map(({ text }) => text)).toEqual([before[10]]);
  });

  test('both texts can be restored from their differences', () => {
    const text = fc.array(fc.constantFrom('甲', '乙', '的', '。', '\n', '2020', 'a', ' ', '𠮷'), { maxLength: 60 });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const pieces = textPieces(one.join(''), other.join(''));
        expect(textOf(pieces, 'added')).toBe(one.join(''));
        expect(textOf(pieces, 'removed')).toBe(other.join(''));
      }),
    );
  });

  test('the longest texts without a common character are shown as one removal and one addition', () => {
    const text = (start: number) => Array.from({ length: 3000 }, (_, n) => String.fromCodePoint(start + n)).join('');
    const [before, after] = [text(0x4e00), text(0x6000)];
    expect(textPieces(before, after)).toEqual([
      { kind: 'removed', text: before },
      { kind: 'added', text: after },
    ]);
  });
});

describe('differences on the screen', () => {
  const markup = (before: string, after: string) =>
    renderToStaticMarkup(createElement(TextDifference, { before, after }));

  test('a change is marked by elements and said in words, not by colour alone', () => {
    const html = markup('已开工', '已完工');
    expect(html).toMatch(/<del[^>]*><span class="sr-only">〔删除：<\/span>开<span class="sr-only">〕<\/span><\/del>/);
    expect(html).toMatch(/<ins[^>]*><span class="sr-only">〔新增：<\/span>完<span class="sr-only">〕<\/span><\/ins>/);
  });

  test('the end of an added line has a mark', () => {
    expect(markup('甲', '甲\n乙')).toContain('↵\n乙');
  });

  test('texts without a difference say so', () => {
    expect(markup('甲', '甲')).toContain('文字没有差异。');
  });
});
