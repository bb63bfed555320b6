import { describe, expect, test } from 'vitest';
import { isCreditCode } from '@/lib/domain/agencies/credit-code';

describe('a unified social credit code', () => {
  test.each(['91350100M000100Y43', '91310000775785552L', '914403001922038216'])('%s is one', (code) => {
    expect(isCreditCode(code)).toBe(true);
  });

  test.each([
    ['another check character', '91350100M000100Y44'],
    ['two neighbours swapped', '91350100M000010Y43'],
    ['one character less', '91350100M000100Y4'],
    ['a letter that the standard leaves out', '9135010OM000100Y43'],
    ['small letters', '91350100m000100y43'],
    ['nothing', ''],
  ])('%s makes it none', (_why, code) => {
    expect(isCreditCode(code)).toBe(false);
  });

  test('every single wrong character is found', () => {
    const code = '91350100M000100Y43';
    const characters = '0123456789ABCDEFGHJKLMNPQRTUWXY';
    const wrong = [...code].flatMap((right, place) =>
      [...characters]
        .filter((character) => character !== right)
        .map((character) => code.slice(0, place) + character + code.slice(place + 1)),
    );
    expect(wrong).toHaveLength(18 * 30);
    expect(wrong.filter(isCreditCode)).toEqual([]);
  });
});
