import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findPersonalNumbers, maskPersonalNumber, type PersonalNumberKind } from '@/lib/domain/report/personal-numbers';

const found = (text: string) => findPersonalNumbers(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]);

describe('a number of a person is found', () => {
  const cases: [rule: string, text: string, kind: PersonalNumberKind, number: string][] = [
    ['an ID number with a wrong check digit', '身份证号120101199001011237，', 'id', '120101199001011237'],
    ['an ID number that ends in X', '（12010119900101123X）', 'id', '12010119900101123X'],
    ['an ID number that ends in a small x', '号码12010119900101123x。', 'id', '12010119900101123x'],
    ['an ID number that might be the code of an office', '51110219750101009X', 'id', '51110219750101009X'],
    ['an ID number in groups', '120101 1990 0101 1239', 'id', '120101 1990 0101 1239'],
    [
      'an ID number in full-width digits',
      '１２０１０１１９９００１０１１２３Ｘ',
      'id',
      '１２０１０１１９９００１０１１２３Ｘ',
    ],
    ['an ID number of the first generation', '旧证120101900101123号', 'id', '120101900101123'],
    ['a mobile number', '联系人张三13800138000', 'mobile', '13800138000'],
    ['a mobile number in groups', '手机138-0013-8000。', 'mobile', '138-0013-8000'],
    ['a mobile number with blanks', '手机 138 0013 8000 。', 'mobile', '138 0013 8000'],
    ['a mobile number with its country', '+86 13800138000', 'mobile', '+86 13800138000'],
    ['a mobile number with its country and no sign', '8613800138000', 'mobile', '8613800138000'],
    [
      'a mobile number in full-width digits',
      '电话：１３８－００１３－８０００',
      'mobile',
      '１３８－００１３－８０００',
    ],
    ['a mobile number behind letters', 'Tel13800138000', 'mobile', '13800138000'],
    ['a mobile number with an invisible character within', '138\u200B00138000', 'mobile', '138\u200B00138000'],
    ['a telephone number with its area code', '电话022-23456789转801', 'landline', '022-23456789'],
    ['a telephone number with its area code in brackets', '（022）2345 6789', 'landline', '（022）2345 6789'],
    ['a telephone number without a hyphen', '02223456789', 'landline', '02223456789'],
    ['a telephone number of seven digits', '0311-8765432', 'landline', '0311-8765432'],
    ['a telephone number with its country', '+86-22-23456789', 'landline', '+86-22-23456789'],
    ['an account of 19 digits', '账号6222020200012345678', 'account', '6222020200012345678'],
    ['a bank card in groups', '6222 0202 0001 2345 678', 'account', '6222 0202 0001 2345 678'],
    ['an account of a firm', '账户0302011119100123456', 'account', '0302011119100123456'],
    ['an e-mail address', '邮箱zhang.san@example.com。', 'email', 'zhang.san@example.com'],
    [
      'an e-mail address in full-width signs',
      '邮箱ａｂ＠ｅｘａｍｐｌｅ．ｃｏｍ',
      'email',
      'ａｂ＠ｅｘａｍｐｌｅ．ｃｏｍ',
    ],
  ];
  test.each(cases)('%s', (_rule, text, kind, number) => {
    expect(found(text)).toEqual([[kind, number]]);
  });

  test('several in a list, each by itself', () => {
    expect(found('13800138000,13900139000、022-23456789/a@b.cn 120101199001011237')).toEqual([
      ['mobile', '13800138000'],
      ['mobile', '13900139000'],
      ['landline', '022-23456789'],
      ['email', 'a@b.cn'],
      ['id', '120101199001011237'],
    ]);
  });
});

describe('no number of a person is', () => {
  test.each([
    ['an amount', '完成投资13800138000元，其中1,380,013,800元为贷款'],
    ['an amount with a sign', '￥13800138000'],
    ['an amount with a fraction', '完成0.13800138000和13800138000.25'],
    ['a year', '2019年、2020年和2017-2020年、20200403'],
    ['a row of years', '2017 2018 2019 2020'],
    ['a row of figures', '3000 4000 5000 6000'],
    ['a number of a document', '津政办发〔2020〕12号、津科发2020-120116号'],
    ['a code of a firm', '统一社会信用代码91120116MA05X1234G'],
    ['a code of an office in digits alone', '111201190001200040'],
    ['a number of a receipt', '2020Q1-04-1-2345678923456789'],
    ['a time in digits', '20200403123045678'],
    ['a hotline', '拨打12345、400-800-8000或110'],
    ['a code in an order', 'SM3：a13f6222020200012345678bc'],
    ['a number of a firm', '注册号120116000012345'],
    ['a 15-digit amount', '120101900101123元'],
    ['a masked number', '138****8000、120***********1237、6222***********5678、022-****6789、z***@example.com'],
    ['a date beside a time', '2020-04-03 12:30:45'],
    ['a code of a project', '2018-120116-36-03-123456'],
  ])('%s', (_rule, text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('a masked number keeps', () => {
  test.each<[rule: string, PersonalNumberKind, value: string, masked: string]>([
    ['three and four digits of a mobile number', 'mobile', '13800131234', '138****1234'],
    ['its hyphens', 'mobile', '138-0013-1234', '138-****-1234'],
    ['its country', 'mobile', '+86 13800131234', '+86 138****1234'],
    ['its full-width digits', 'mobile', '１３８００１３１２３４', '１３８****１２３４'],
    ['three and four signs of an ID number', 'id', '120101199001011237', '120***********1237'],
    ['the X of an ID number', 'id', '12010119900101123X', '120***********123X'],
    ['three and four digits of an old ID number', 'id', '120101900101123', '120********1123'],
    ['the area code of a telephone number', 'landline', '022-23456789', '022-****6789'],
    ['the area code in brackets', 'landline', '（022）2345 6789', '（022）**** 6789'],
    ['an area code of four digits before seven', 'landline', '0311-8765432', '0311-***5432'],
    ['an area code of four digits before eight', 'landline', '031187654321', '0311****4321'],
    ['the country of a telephone number', 'landline', '+86-22-23456789', '+86-22-****6789'],
    ['four and four digits of an account', 'account', '6222020200012345678', '6222***********5678'],
    ['the host of an address', 'email', 'zhang.san@example.com', 'z***@example.com'],
  ])('%s', (_rule, kind, value, masked) => {
    expect(maskPersonalNumber(kind, value)).toBe(masked);
  });
});

const digits = (length: number) =>
  fc.array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length }).map((all) => all.join(''));
const day = fc
  .tuple(fc.integer({ min: 1930, max: 2019 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, date]) => `${year}${String(month).padStart(2, '0')}${String(date).padStart(2, '0')}`);
const numbers = fc.oneof(
  fc
    .tuple(fc.constantFrom('120101', '110105', '650104'), day, digits(3), fc.constantFrom('X', 'x', 'Ｘ'))
    .map((all) => all.join('')),
  fc.tuple(fc.constantFrom('13', '15', '19'), digits(9)).map((all) => all.join('')),
  digits(7).map((rest) => `022-2${rest}`),
  digits(17).map((rest) => `62${rest}`),
  digits(4).map((name) => `n${name}@example.cn`),
);
const fullWidth = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
const around = fc
  .array(fc.constantFrom('负责', '人', '：', '，', '\n', '（', '）', '、'), { maxLength: 6 })
  .map((all) => all.join(''));

test('a number is found whatever stands around it, in half-width and in full-width digits', () => {
  fc.assert(
    fc.property(around, numbers, around, fc.boolean(), (before, number, after, isWide) => {
      const written = isWide ? fullWidth(number) : number;
      const finds = findPersonalNumbers(`${before}${written}${after}`);
      expect(finds.map(({ start, end }) => [start, end])).toEqual([[before.length, before.length + written.length]]);
    }),
    { numRuns: 1_000 },
  );
});

test('in a text whose numbers were masked none is found', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(numbers, fc.constantFrom('、', '\n', '和', ' ')), { maxLength: 6 }), (parts) => {
      const text = parts.flat().join('');
      const masked = findPersonalNumbers(text).reduceRight(
        (rest, { kind, start, end }) =>
          rest.slice(0, start) + maskPersonalNumber(kind, rest.slice(start, end)) + rest.slice(end),
        text,
      );
      expect(masked.length === text.length || text.includes('@')).toBe(true);
      expect(findPersonalNumbers(masked)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test('finds lie in the text, in order and apart', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'0123456789 -@.Xx元年a+（）１'), maxLength: 80 }), (text) => {
      const finds = findPersonalNumbers(text);
      expect(
        finds.every(
          ({ start, end }, index) => start < end && start >= (finds[index - 1]?.end ?? 0) && end <= text.length,
        ),
      ).toBe(true);
    }),
    { numRuns: 2_000 },
  );
});
