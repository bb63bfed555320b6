import { describe, expect, test } from 'vitest';
import { compareRegister, differencesOf, type FullEntry } from '@/lib/domain/agencies/register-file';
import type { FileRow, RegisterColumn } from '@/lib/domain/agencies/register-rows';

const stored = (code: string, name: string, rest: Partial<FullEntry> = {}): FullEntry => ({
  id: `id-${code}`,
  code,
  name,
  shortName: '',
  aliases: [],
  creditCode: '',
  kind: '',
  parentId: null,
  position: Number(code),
  successors: null,
  ...rest,
});

const register = [
  stored('01', '市教育局', { aliases: ['市教委'], kind: '市级部门' }),
  stored('02', '东区人民政府', { shortName: '东区' }),
  stored('03', '市旅游局', { successors: [] }),
];

const columns: RegisterColumn[] = ['name', 'shortName', 'aliases', 'code', 'creditCode', 'kind', 'parent', 'position'];

/** A row of a sheet whose columns stand from A on; the titles stand in row 1. */
const row = (number: number, cells: Partial<Record<RegisterColumn, string>>): FileRow =>
  Object.fromEntries(
    columns.flatMap((column, index) =>
      cells[column] === undefined
        ? []
        : [[column, { text: cells[column], place: { cell: `${'ABCDEFGH'[index]}${number}` } }]],
    ),
  ) as FileRow;

const compare = (...rows: FileRow[]) => compareRegister(rows, register, (id) => id !== 'id-02');
const problemsOf = (...rows: FileRow[]) =>
  compare(...rows).problems.map(({ code, place }) => [code, place && 'cell' in place ? place.cell : place]);
const differences = (...rows: FileRow[]) => differencesOf(compare(...rows).rows, register);

describe('a file of the register is compared with it', () => {
  test('what it says alike is no difference, and a column that it has not is left', () => {
    const same = row(2, {
      name: '市教育局',
      code: '01',
      aliases: '市教委',
      kind: '市级部门',
      position: '1',
      parent: '',
    });
    expect(differences(same, row(3, { name: '东区人民政府' }))).toEqual({ added: [], changed: [] });
    expect(problemsOf(same)).toEqual([]);
  });

  test('each changed fact is a difference, and an empty cell takes a fact away', () => {
    expect(differences(row(2, { name: '市教育局', aliases: '市教委、教委', kind: '', position: '7' }))).toEqual({
      added: [],
      changed: [
        {
          code: '01',
          name: '市教育局',
          facts: [
            { field: 'aliases', before: '市教委', after: '市教委、教委' },
            { field: 'kind', before: '市级部门', after: '' },
            { field: 'position', before: '1', after: '7' },
          ],
        },
      ],
    });
  });

  test('a new agency gets the next code, and can stand below another new one that follows', () => {
    const read = compare(
      row(2, { name: '新街街道', parent: '西区人民政府' }),
      row(3, { name: '西区人民政府', code: '' }),
    );
    expect(read.problems).toEqual([]);
    expect(differencesOf(read.rows, register).added).toEqual([
      { code: '04', name: '新街街道' },
      { code: '05', name: '西区人民政府' },
    ]);
    expect(read.rows[0]?.facts.parentId).toBe(read.rows[1]?.id);
  });

  test('a code that a spreadsheet wrote as a number is the same code', () => {
    expect(problemsOf(row(2, { name: '市教育局', code: '1' }))).toEqual([]);
  });

  test.each<[string, FileRow[], [string, string][]]>([
    ['no name', [row(2, { name: '', code: '05' })], [['name-missing', 'A2']]],
    ['a name that is too long', [row(2, { name: '局'.repeat(101) })], [['too-long', 'A2']]],
    [
      'a wrong credit code',
      [row(2, { name: '市审计局', creditCode: '91350100M000100Y44' })],
      [['not-a-credit-code', 'E2']],
    ],
    ['a code with other signs', [row(2, { name: '市审计局', code: '五' })], [['not-an-agency-code', 'D2']]],
    ['a place that is no number', [row(2, { name: '市审计局', position: '第一' })], [['not-a-place', 'H2']]],
    ['another name under a known code', [row(2, { name: '市教体局', code: '01' })], [['name-differs', 'A2']]],
    ['another code for a known name', [row(2, { name: '市教育局', code: '07' })], [['name-known', 'D2']]],
    ['the same agency again', [row(2, { name: '市教育局' }), row(3, { name: '市教育局' })], [['twice', 'A3']]],
    [
      'the same new code again',
      [row(2, { name: '甲局', code: '9' }), row(3, { name: '乙局', code: '9' })],
      [['twice', 'D3']],
    ],
    ['an unknown parent', [row(2, { name: '市审计局', parent: '市府' })], [['parent-unknown', 'G2']]],
    ['an alias of another', [row(2, { name: '市教委' })], [['agency-name-taken', 'A2']]],
    [
      'a circle',
      [row(2, { name: '甲局', parent: '乙局' }), row(3, { name: '乙局', parent: '甲局' })],
      [
        ['agency-circle', 'G2'],
        ['agency-circle', 'G3'],
      ],
    ],
    ['a parent that is no more', [row(2, { name: '甲局', parent: '市旅游局' })], [['agency-abolished', 'G2']]],
    ['a change of one that is no more', [row(2, { name: '市旅游局', kind: '旧' })], [['agency-abolished', 'A2']]],
    ['a change of an agency of another office', [row(2, { name: '东区人民政府', kind: '区' })], [['forbidden', 'A2']]],
  ])('%s is a problem at its cell', (_what, rows, problems) => {
    expect(problemsOf(...rows)).toEqual(problems);
  });
});
