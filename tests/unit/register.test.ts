import { describe, expect, test } from 'vitest';
import {
  type AgencyFacts,
  mayAddAgencies,
  mayChangeAgency,
  mayEndAgency,
  nextCode,
  type RegisterEntry,
  refuseEntry,
} from '@/lib/domain/agencies/register';
import { inLevels, isCircle } from '@/lib/domain/agencies/tree';
import { type Actor, type Offices, type Role, roles } from '@/lib/domain/authorization';

const actor = (role: Role, offices: Offices): Actor => ({
  accountId: 'a',
  displayName: '甲',
  roles: [role],
  offices,
  agencyId: null,
});

describe('who may change the register', () => {
  test.each(roles.filter((role) => role !== 'coordinator'))('the %s may change nothing of it', (role) => {
    const other = actor(role, 'all');
    expect([mayAddAgencies(other), mayChangeAgency(other, []), mayEndAgency(other, [])]).toEqual([false, false, false]);
  });

  test.each<[string, Offices, string[], boolean, boolean]>([
    ['of every office', 'all', ['keji', 'fagai'], true, true],
    ['of an office whose plan has the agency', ['keji'], ['keji'], true, true],
    ['of one of two such offices, who may not end it', ['keji'], ['keji', 'fagai'], true, false],
    ['of another office', ['keji'], ['fagai'], false, false],
    ['of another office, for an agency of no plan', ['keji'], [], true, true],
    ['of no office, for an agency of a plan', [], ['keji'], false, false],
  ])('a coordinator %s', (_who, offices, ofAgency, mayChange, mayEnd) => {
    const coordinator = actor('coordinator', offices);
    expect(mayAddAgencies(coordinator)).toBe(true);
    expect([mayChangeAgency(coordinator, ofAgency), mayEndAgency(coordinator, ofAgency)]).toEqual([mayChange, mayEnd]);
  });
});

const entry = (id: string, name: string, rest: Partial<RegisterEntry> = {}): RegisterEntry => ({
  id,
  code: id,
  name,
  shortName: '',
  aliases: [],
  creditCode: '',
  parentId: null,
  successors: null,
  ...rest,
});

const register = [
  entry('01', '市教育局', { aliases: ['市教委'], creditCode: '91350100M000100Y43' }),
  entry('02', '东区人民政府', { parentId: '04' }),
  entry('03', '新街街道办事处', { parentId: '02' }),
  entry('04', '市人民政府'),
  entry('05', '市旅游局', { successors: ['01'] }),
];

const facts = (rest: Partial<AgencyFacts>): AgencyFacts => ({
  name: '市审计局',
  shortName: '',
  aliases: [],
  creditCode: '',
  kind: '',
  parentId: null,
  position: 9,
  ...rest,
});

describe('an entry of the register', () => {
  test.each<[string, string | null, Partial<AgencyFacts>, unknown]>([
    ['of a name of its own', null, {}, null],
    [
      'of the name of another',
      null,
      { name: '市教育局' },
      { code: 'agency-name-taken', name: '市教育局', agency: '市教育局' },
    ],
    [
      'whose alias is the alias of another',
      null,
      { aliases: ['市教委'] },
      { code: 'agency-name-taken', name: '市教委', agency: '市教育局' },
    ],
    [
      'whose short name is an alias of another',
      null,
      { shortName: '市教委' },
      { code: 'agency-name-taken', name: '市教委', agency: '市教育局' },
    ],
    [
      'of the name of one that is no more',
      null,
      { name: '市旅游局' },
      { code: 'agency-name-taken', name: '市旅游局', agency: '市旅游局' },
    ],
    [
      'of the credit code of another',
      null,
      { creditCode: '91350100M000100Y43' },
      { code: 'credit-code-taken', agency: '市教育局' },
    ],
    ['with its own names', '01', { name: '市教育局', aliases: ['市教委'], creditCode: '91350100M000100Y43' }, null],
    [
      'below one below it',
      '04',
      { name: '市人民政府', parentId: '03' },
      { code: 'agency-circle', agency: '新街街道办事处' },
    ],
    ['below itself', '04', { name: '市人民政府', parentId: '04' }, { code: 'agency-circle', agency: '市人民政府' }],
    ['below one that is no more', null, { parentId: '05' }, { code: 'agency-abolished', agency: '市旅游局' }],
    ['below an unknown one', null, { parentId: '99' }, { code: 'not-found' }],
    ['below a street', null, { parentId: '03' }, null],
  ])('%s', (_what, id, rest, refusal) => {
    expect(refuseEntry(id, facts(rest), register)).toEqual(refusal);
  });

  test.each<[string[], string]>([
    [[], '01'],
    [['01', '02'], '03'],
    [['09', 'A-7', '16'], '17'],
    [['99'], '100'],
  ])('after the codes %j comes %s', (codes, next) => {
    expect(nextCode(codes)).toBe(next);
  });
});

describe('the levels of the register', () => {
  test('each agency stands above those below it, and counts add up from street to city', () => {
    const agencies = register
      .slice(0, 4)
      .map(({ id, parentId }, index) => ({ id, parentId, owed: index + 1, filed: index }));
    expect(inLevels(agencies).map(({ id, depth, below }) => [id, depth, below])).toEqual([
      ['01', 0, { agencies: 0, owed: 0, filed: 0 }],
      ['04', 0, { agencies: 2, owed: 5, filed: 3 }],
      ['02', 1, { agencies: 1, owed: 3, filed: 2 }],
      ['03', 2, { agencies: 0, owed: 0, filed: 0 }],
    ]);
  });

  test('a circle that is stored already is followed once', () => {
    const circle = [
      { id: 'a', parentId: 'b' },
      { id: 'b', parentId: 'a' },
    ];
    expect([isCircle('c', 'a', circle), isCircle('a', 'b', circle)]).toEqual([false, true]);
  });
});
