import { describe, expect, test } from 'vitest';
import { type AgencyMatch, matchAgency, type RegisteredAgency } from '@/lib/domain/agencies/names';

const agency = (id: string, name: string, rest: Partial<RegisteredAgency> = {}): RegisteredAgency => ({
  id,
  name,
  shortName: '',
  aliases: [],
  successors: null,
  ...rest,
});

const register = [
  agency('science', '市科学技术局', { shortName: '科技局', aliases: ['市科委'] }),
  agency('finance', '市财政局'),
  agency('housing', '滨江市住房和城乡建设委员会'),
  agency('port', '市港航管理服务中心'),
  agency('east', '东区人民政府', { aliases: ['东区政府'] }),
  agency('market', '市市场监督管理局'),
  agency('tourism', '市旅游局', { successors: ['culture'] }),
  agency('culture', '市文化和旅游局'),
  agency('park', '高新技术开发区(东区)'),
  agency('split', '市工商质监局', { successors: ['market', 'finance'] }),
  agency('gone', '市铁路办', { successors: [] }),
];

const near = (...proposals: string[]): AgencyMatch => ({ kind: 'near', proposals });

describe('an agency of the register is found by the name in a file', () => {
  test.each([
    ['市科学技术局', { kind: 'exact', id: 'science' }],
    [' 市 科学技术局 ', { kind: 'exact', id: 'science' }],
    ['高新技术开发区（东区）', { kind: 'exact', id: 'park' }],
    ['市科委', { kind: 'alias', id: 'science' }],
    ['科技局', { kind: 'alias', id: 'science' }],
    ['东区政府', { kind: 'alias', id: 'east' }],
  ] satisfies [string, AgencyMatch][])('%s is it by its name or an alias', (name, match) => {
    expect(matchAgency(name, register)).toEqual(match);
  });

  test.each([
    ['市科技局', near('science')],
    ['天津市科学技术局', near('science')],
    ['市住建委', near('housing')],
    ['滨江市住房城乡建设委', near('housing')],
    ['市市场监管局', near('market')],
    ['市港行管理服务中心', near('port')],
    ['市港口管理事务中心', near('port')],
  ])('%s only proposes it', (name, match) => {
    expect(matchAgency(name, register)).toEqual(match);
  });

  test.each(['市民政局', '西区人民政府', '南区科技局', '', '无此单位', '市港口管理事务所'])(
    '%s is none of them',
    (name) => {
      expect(matchAgency(name, register)).toEqual({ kind: 'none' });
    },
  );

  test.each([
    ['市旅游局', near('culture')],
    ['市工商质监局', near('market', 'finance')],
    ['市铁路办', { kind: 'none' }],
  ] satisfies [string, AgencyMatch][])('%s is no more, and its successors are proposed', (name, match) => {
    expect(matchAgency(name, register)).toEqual(match);
  });

  test('a short name of two agencies is none of them by itself', () => {
    const two = [agency('a', '市第一医院', { shortName: '一院' }), agency('b', '区第一医院', { shortName: '一院' })];
    expect(matchAgency('一院', two)).toEqual(near('a', 'b'));
  });
});
