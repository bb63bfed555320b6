import { describe, expect, test } from 'vitest';
import { type Deputation, isDeputyOn, mayNameDeputyOf, refuseDeputy } from '@/lib/domain/accounts/deputies';
import type { Officer } from '@/lib/domain/accounts/officers';
import { type Actor, withoutDeputy } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';

const officers: Officer[] = [
  { accountId: 'a', roles: ['approver'] },
  { accountId: 'b', roles: ['reporter', 'approver'] },
  { accountId: 'r', roles: ['reporter'] },
  { accountId: 'gone', roles: [] },
];

const today = civilDate('2020-04-02');
const deputation = (changes: Partial<Deputation> = {}): Deputation => ({
  approverId: 'a',
  deputyId: 'r',
  fromOn: civilDate('2020-04-02'),
  untilOn: civilDate('2020-04-03'),
  ...changes,
});

const refusal = (changes: Partial<Deputation>, others: Deputation[] = []) =>
  refuseDeputy(deputation(changes), officers, others, today)?.code ?? null;

describe('naming the deputy of an approver', () => {
  test('another officer of the agency becomes deputy for days that are not over', () => {
    expect(refusal({})).toBeNull();
    expect(refusal({ fromOn: civilDate('2020-03-30'), untilOn: today })).toBeNull();
  });

  test.each([
    ['somebody who is no approver of the agency', { approverId: 'r' }, 'not-found'],
    ['a stranger as approver', { approverId: 'stranger' }, 'not-found'],
    ['the approver himself', { deputyId: 'a' }, 'deputy-needs-another-officer'],
    ['an officer who is an approver already', { deputyId: 'b' }, 'deputy-needs-another-officer'],
    ['an officer who left', { deputyId: 'gone' }, 'deputy-needs-another-officer'],
    ['an account of another agency', { deputyId: 'stranger' }, 'deputy-needs-another-officer'],
    ['days out of order', { untilOn: civilDate('2020-04-01') }, 'deputy-ends-before-it-begins'],
    ['days that are over', { fromOn: civilDate('2020-03-01'), untilOn: civilDate('2020-04-01') }, 'due-date-not-ahead'],
  ] as const)('a deputation is refused for %s', (_title, changes, code) => {
    expect(refusal(changes)).toBe(code);
  });

  test('two deputies of one approver never have a day in common, those of two approvers may', () => {
    const other = deputation({ fromOn: civilDate('2020-04-03'), untilOn: civilDate('2020-04-10') });
    expect(refusal({}, [other])).toBe('deputy-meets-another');
    expect(refusal({ untilOn: today }, [other])).toBeNull();
    expect(refusal({}, [{ ...other, approverId: 'b' }])).toBeNull();
  });

  test('the first and the last day belong to a deputation, the days beside them do not', () => {
    const days = ['2020-04-01', '2020-04-02', '2020-04-03', '2020-04-04'].map(civilDate);
    expect(days.map((day) => isDeputyOn(deputation(), day))).toEqual([false, true, true, false]);
  });

  test('an approver names the own deputy, and the coordinator anybody', () => {
    const may = (accountId: string, role: 'approver' | 'coordinator') =>
      mayNameDeputyOf({ accountId, roles: [role] }, 'a');
    expect([may('a', 'approver'), may('b', 'approver'), may('c', 'coordinator')]).toEqual([true, false, true]);
  });
});

test('a deputy keeps the own roles on other days, and loses those of the approver', () => {
  const deputy: Actor = {
    accountId: 'r',
    displayName: '李四',
    roles: ['reporter', 'approver'],
    offices: [],
    agencyId: 'agency',
    deputyOf: { accountId: 'a', displayName: '张三' },
  };
  expect(withoutDeputy(deputy)).toEqual({
    accountId: 'r',
    displayName: '李四',
    roles: ['reporter'],
    offices: [],
    agencyId: 'agency',
  });
});
