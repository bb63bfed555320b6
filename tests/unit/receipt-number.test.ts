import { describe, expect, test } from 'vitest';
import { parseReceiptNumber } from '@/lib/domain/report/receipt-number';

const number = '2020Q1-04-1-ABCDEFGHJK';

describe('a receipt number', () => {
  test.each([
    ['as it is printed', number],
    ['in small letters', '2020q1-04-1-abcdefghjk'],
    ['in full-width characters', '２０２０Ｑ１－０４－１－ＡＢＣＤＥＦＧＨＪＫ'],
    ['with spaces around and inside', '  2020Q1-04-1-ABCDE FGHJK\u3000'],
    ['with the dashes of an input method', '2020Q1—04–1−ABCDEFGHJK'],
  ])('a receipt number is read %s', (_title, typed) => {
    expect(parseReceiptNumber(typed)).toBe(number);
  });

  test.each([
    ['', 'nothing'],
    ['2020Q1-04-1', 'without its random part'],
    ['2020Q1-04-1-ABCDE', 'with a part of it'],
    ['2020Q5-04-1-ABCDEFGHJK', 'of a fifth quarter'],
    ['2020Q1-04-0-ABCDEFGHJK', 'of a version before the first'],
    ['2020Q1-04-1-ABCDEFGHJO', 'with a letter that none has'],
    ["2020Q1-04-1-ABCDEFGHJK' OR 1=1", 'with more behind it'],
  ])('“%s” is no receipt number: %s', (typed) => {
    expect(parseReceiptNumber(typed)).toBeNull();
  });
});
