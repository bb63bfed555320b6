import { describe, expect, test } from 'vitest';
import { contradictionsIn, contradictionsOf } from '@/lib/domain/report/contradictions';
import { noticeForm } from '@/lib/domain/report/entry';
import { saysNothing } from '@/lib/domain/report/nothing-words';
import { decide } from '@/lib/domain/report/report-lifecycle';
import { actorOf, completeEntry, type NoticeEntry, now, reportState } from '../support/report-states';

const found = (changes: Partial<NoticeEntry>) => contradictionsOf({ ...completeEntry, ...changes }, noticeForm);

describe('a tick and a text that exclude each other', () => {
  test('problems beside 无存在问题 contradict it', () => {
    expect(found({ noProblems: true })).toEqual([
      { section: 'problems', tick: 'noProblems', kind: 'text-beside-tick' },
    ]);
    expect(found({ noProblems: true, problems: ' \u3000\n' })).toEqual([]);
  });

  test('progress and results beside 本季度无进展 contradict it, next steps do not', () => {
    const kept = { noProgress: true, noProgressReason: '等待批复' };
    expect(found(kept)).toEqual([
      { section: 'progress', tick: 'noProgress', kind: 'text-beside-tick' },
      { section: 'results', tick: 'noProgress', kind: 'text-beside-tick' },
    ]);
    expect(found({ ...kept, progress: '', results: '' })).toEqual([]);
  });

  test.each([
    '无',
    '暂无',
    '没有',
    '无。',
    ' 暂 无 。',
    '无存在问题',
    '暂无问题。',
    '没有问题！',
    '目前没有',
    '不存在问题',
    '——',
    '/',
  ])('%s is no problem but the absence of one', (problems) => {
    expect(found({ problems })).toEqual([{ section: 'problems', tick: 'noProblems', kind: 'nothing-as-text' }]);
  });

  test.each(['本季度无进展。', '本月无进展', '本半年暂无进展', '本年度无新进展', '本期无进展'])(
    '%s as progress is the absence of progress',
    (progress) => {
      expect(found({ progress })).toEqual([{ section: 'progress', tick: 'noProgress', kind: 'nothing-as-text' }]);
    },
  );

  test.each(['无人机试飞受限', '没有专项资金', '无重大问题，但进度偏慢', '暂无办公场所', '资金缺口2亿元'])(
    '%s is a problem',
    (problems) => {
      expect(found({ problems })).toEqual([]);
      expect(saysNothing(problems)).toBe(false);
    },
  );

  test('results and next steps have no tick of their own, so that 无 stays there', () => {
    expect(found({ results: '无', nextSteps: '无' })).toEqual([]);
  });
});

describe('a contradictory report', () => {
  const entries = [
    { taskId: 'a', ...completeEntry },
    { taskId: 'b', ...completeEntry, problems: '无' },
  ];

  test('names its contradictions task by task', () => {
    expect(contradictionsIn(entries, noticeForm)).toEqual([
      { taskId: 'b', section: 'problems', tick: 'noProblems', kind: 'nothing-as-text' },
    ]);
  });

  test.each([
    ['file', 'draft', 'reporter', false],
    ['file', 'returned', 'reporter', false],
    ['file', 'awaiting_sign_off', 'approver', true],
    ['request-sign-off', 'draft', 'reporter', true],
    ['request-sign-off', 'returned', 'reporter', true],
  ] as const)('%s is refused in %s, and its approver can send it back', (name, status, role, signOffRequired) => {
    const decision = decide(reportState({ status, signOffRequired, entries }), { name }, actorOf(role), now);
    expect(decision).toEqual({
      ok: false,
      refusal: { code: 'contradictory', contradictions: contradictionsIn(entries, noticeForm) },
    });
  });
});
