import { describe, expect, test } from 'vitest';
import { periodCode } from '@/lib/domain/calendar/period';
import { plainTask, shortTitleOf, taskCodeOf } from '@/lib/domain/plan/task';
import {
  type AmendedTask,
  type Amendment,
  amendableFrom,
  changedFacts,
  decideAmendment,
} from '@/lib/domain/plan/task-amendment';
import { byHeadings } from '@/lib/domain/plan/task-groups';

const now = new Date('2020-06-20T02:00:00Z');
const period = (code: string, closesAt: string | null, isOver = false) => ({
  code: periodCode(code),
  closesAt: closesAt === null ? null : new Date(closesAt),
  isOver,
});
const periods = [
  period('2020Q1', '2020-04-03T16:00:00Z'),
  period('2020Q2', '2020-07-03T16:00:00Z'),
  period('2020Q3', '2020-10-12T16:00:00Z', true),
  period('2020Q4', null),
];
const facts = plainTask('推进社区建设，完善服务', ['a']);
const task: AmendedTask = { id: '1', facts, endedFrom: null, lastFrom: null };
const corrected: Amendment = { kind: 'corrected', taskId: '1', facts: { ...facts, text: '更正' } };

const decide = (amendment: Amendment, changes: Partial<AmendedTask> = {}, from = '2020Q2', reason = '会议纪要') => {
  const tasks = amendment.kind === 'added' ? [] : [{ ...task, ...changes }];
  const result = decideAmendment(amendment, { fromPeriod: periodCode(from), reason }, { tasks, periods, now });
  return result.ok ? null : result.refusal.code;
};

describe('an amendment', () => {
  test('holds from a period whose deadline is not over: not from one that closed by its instant or by hand', () => {
    expect(amendableFrom(periods, now)).toEqual(['2020Q2', '2020Q4']);
    expect(amendableFrom(periods, new Date('2020-07-03T16:00:00Z'))).toEqual(['2020Q4']);
    expect(decide(corrected, {}, '2020Q1')).toBe('amendment-period-over');
    expect(decide(corrected, {}, '2020Q3')).toBe('amendment-period-over');
  });

  test('needs a reason, a text and a lead, and changes something', () => {
    expect(decide(corrected)).toBeNull();
    expect(decide(corrected, {}, '2020Q2', ' ')).toBe('reason-required');
    expect(decide({ ...corrected, facts })).toBe('task-unchanged');
    expect(decide({ ...corrected, facts: { ...facts, text: ' ' } })).toBe('task-without-text');
    expect(decide({ kind: 'added', facts: plainTask('新增', []) })).toBe('task-without-lead');
    expect(decide({ kind: 'moved', taskId: '1', leads: ['a'] })).toBe('task-unchanged');
    expect(decide({ kind: 'moved', taskId: '1', leads: ['b'] })).toBeNull();
  });

  test('is refused on a task that ended, and before an earlier amendment of the task', () => {
    expect(decide({ kind: 'ended', taskId: '1' }, { endedFrom: periodCode('2020Q4') })).toBe('task-ended');
    expect(decide(corrected, { lastFrom: periodCode('2020Q4') })).toBe('amendment-before-another');
    expect(decide(corrected, { lastFrom: periodCode('2020Q2') })).toBeNull();
  });

  test('splits into two tasks at least, and merges two at least', () => {
    expect(decide({ kind: 'split', taskId: '1', into: [facts] })).toBe('task-alone');
    expect(decide({ kind: 'split', taskId: '1', into: [facts, facts] })).toBeNull();
    expect(decide({ kind: 'merged', taskIds: ['1'], facts })).toBe('task-alone');
    expect(decide({ kind: 'merged', taskIds: ['1', '2'], facts })).toBe('not-found');
  });

  test('keeps the changed facts alone, before and after', () => {
    const after = { ...facts, target: '建成十个', leads: ['b', 'a'] };
    expect(changedFacts(facts, after)).toEqual({
      before: { target: '', leads: ['a'] },
      after: { target: '建成十个', leads: ['b', 'a'] },
      isChanged: true,
    });
  });
});

describe('a task', () => {
  test('is called by the short title that people wrote, or by the first clause of its text', () => {
    expect(shortTitleOf(facts)).toBe('推进社区建设');
    expect(shortTitleOf({ ...facts, shortTitle: '社区建设' })).toBe('社区建设');
    expect(shortTitleOf({ shortTitle: '', text: '推'.repeat(80) })).toBe(`${'推'.repeat(59)}…`);
  });

  test('has a code of its plan and its place, with two digits at least', () => {
    expect([1, 12, 123].map((place) => taskCodeOf('2026', place))).toEqual(['2026-01', '2026-12', '2026-123']);
  });

  test('stands under its headings with its neighbours, in the order of the plan', () => {
    const tasks = [['一'], ['一'], ['一', '（二）'], [], ['一']];
    expect(byHeadings(tasks, (headings) => headings).map((group) => [group.headings, group.tasks.length])).toEqual([
      ['一', 2],
      ['一 / （二）', 1],
      ['', 1],
      ['一', 1],
    ]);
  });
});

describe('the facts that an amendment changes', () => {
  const indicator = { name: '基地', unit: '个', baseline: 0, target: 3, periodTargets: {}, cumulative: true } as const;
  const before = {
    ...plainTask('任务', ['甲']),
    supports: ['乙', '丙'],
    indicators: [{ ...indicator, better: 'up' as const }],
  };

  test('are none where only the order of keys or of supporting agencies differs', () => {
    const after = { ...before, supports: ['丙', '乙'], indicators: [{ better: 'up' as const, ...indicator }] };
    expect(changedFacts(before, after)).toEqual({ before: {}, after: {}, isChanged: false });
  });

  test('are the leads where another one comes first', () => {
    const two = { ...before, leads: ['甲', '乙'] };
    expect(changedFacts(two, { ...two, leads: ['乙', '甲'] }).after).toEqual({ leads: ['乙', '甲'] });
  });

  test('are the indicators where a target differs', () => {
    const after = { ...before, indicators: [{ ...indicator, better: 'up' as const, target: 4 }] };
    expect(Object.keys(changedFacts(before, after).after)).toEqual(['indicators']);
  });
});
