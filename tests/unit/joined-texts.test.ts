import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinedTexts } from '@/components/filing/editor/autosave/joined-texts';

describe('joining two texts', () => {
  const cases: [rule: string, first: string, second: string, joined: string][] = [
    ['a part that both texts have is kept once', '一\n二', '一\n二', '一\n二'],
    ['a part that only one text has is kept', '一\n二', '一\n二\n三', '一\n二\n三'],
    ['where both texts differ, both parts are kept, first text first', '一\n甲\n三', '一\n乙\n三', '一\n甲\n乙\n三'],
    ['joined with an empty first text, the second stays as it is', '', '一', '一'],
    ['joined with an empty second text, the first stays as it is', '一', '', '一'],
    ['two empty texts join to an empty text', '', '', ''],
  ];
  test.each(cases)('%s', (_rule, first, second, joined) => {
    expect(joinedTexts(first, second)).toBe(joined);
  });
});

const text = fc
  .array(fc.constantFrom('甲', '乙', '丙', '丁', '同', ''), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

/** Returns true if the text contains all lines, as often and in the same order, since a join may lose none. */
function containsInOrder(joined: string, lines: readonly string[]): boolean {
  const rest = joined.split('\n');
  return lines.every((line) => {
    const at = rest.indexOf(line);
    rest.splice(0, at + 1);
    return at >= 0;
  });
}

const linesOf = (whole: string) => whole.split('\n').filter((line) => line !== '');

test('every line of both texts is in the joined text, in the order that it had', () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      const joined = joinedTexts(first, second);
      expect(containsInOrder(joined, linesOf(first))).toBe(true);
      expect(containsInOrder(joined, linesOf(second))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
