import { expect, test } from 'vitest';
import { cellsOf, tableRow, textBlocks } from '@/lib/domain/report/text-tables';

test('rows that follow each other are one table, with cells of one number, between the lines around it', () => {
  expect(textBlocks('如下：\n\n｜指标｜数值｜\n｜企业数｜｜36｜\n\n一\n二｜三\n｜甲｜乙｜\n｜丙｜｜')).toEqual([
    { kind: 'lines', text: '如下：' },
    {
      kind: 'table',
      header: null,
      rows: [
        ['指标', '数值', ''],
        ['企业数', '', '36'],
      ],
    },
    { kind: 'lines', text: '一\n二｜三' },
    { kind: 'table', header: ['甲', '乙'], rows: [['丙', '']] },
  ]);
});

test.each([
  ['a bar within a sentence', '甲｜乙'],
  ['a bar at the beginning', '｜甲｜乙'],
  ['one cell', '｜甲｜'],
  ['two bars', '｜｜'],
  ['half-width bars', '|甲|乙|'],
])('a line with %s is no row', (_rule, line) => {
  expect(cellsOf(line)).toBeNull();
  expect(textBlocks(line)).toEqual([{ kind: 'lines', text: line }]);
});

test('a row is read as it was written', () => {
  expect(tableRow(['企业数', '', ' 36\n家 '])).toBe('｜企业数｜｜36 家｜');
  expect(cellsOf(tableRow(['企业数', '', '36']))).toEqual(['企业数', '', '36']);
  expect(cellsOf(tableRow(['', '']))).toEqual(['', '']);
});

test('a text without characters has no blocks', () => {
  expect(textBlocks('')).toEqual([]);
});
