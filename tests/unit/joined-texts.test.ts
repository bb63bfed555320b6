import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { joinedTexts } from '@/components/filing/editor/autosave/joined-texts';

describe('two texts joined', () => {
  const cases: [rule: string, first: string, second: string, joined: string][] = [
    ['have what is the same once', '一\n二', '一\n二', '一\n二'],
    ['have what only one of them has', '一\n二', '一\n二\n三', '一\n二\n三'],
    ['have what each has instead of the other, the first one first', '一\n甲\n三', '一\n乙\n三', '一\n甲\n乙\n三'],
    ['are the one where the other is empty', '', '一', '一'],
    ['are the first where the second is empty', '一', '', '一'],
    ['are nothing where both are', '', '', ''],
  ];
  test.each(cases)('%s', (_rule, first, second, joined) => {
    expect(joinedTexts(first, second)).toBe(joined);
  });
});

const text = fc
  .array(fc.constantFrom('甲', '乙', '丙', '丁', '同', ''), { maxLength: 8 })
  .map((lines) => lines.join('\n'));

/** Says whether all lines stand in a text, as often and in the order in which they stand among themselves. */
function containsInOrder(joined: string, lines: readonly string[]): boolean {
  const rest = joined.split('\n');
  return lines.every((line) => {
    const at = rest.indexOf(line);
    rest.splice(0, at + 1);
    return at >= 0;
  });
}

const linesOf = (whole: string) => whole.split('\n').filter((line) => line !== '');

test('every line of both stands in the joined text, in its order', () => {
  fc.assert(
    fc.property(text, text, (first, second) => {
      const joined = joinedTexts(first, second);
      expect(containsInOrder(joined, linesOf(first))).toBe(true);
      expect(containsInOrder(joined, linesOf(second))).toBe(true);
    }),
    { numRuns: 1_000 },
  );
});
