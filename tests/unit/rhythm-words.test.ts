import { describe, expect, test } from 'vitest';
import { moveWords } from '@/components/review/list/move-words';
import { periodCode } from '@/lib/domain/calendar/period';
import { formOf, isOwnForm, noticeForm, noticeFormOf } from '@/lib/domain/report/entry';
import { parseReceiptNumber } from '@/lib/domain/report/receipt-number';
import { fieldLabel, publishedWords } from '@/lib/text/entry-words';
import { planPeriodWords } from '@/lib/text/plan-period-words';
import { rhythmWords, sharedRhythm } from '@/lib/text/rhythm-words';
import { sentences } from '../support/sentences';
import { t } from '../support/translator';

describe('the words of a rhythm', () => {
  test.each([
    ['monthly', '有 2 处与上月内容相近', '关闭前本月'],
    ['quarterly', '有 2 处与上季度内容相近', '关闭前本季度'],
    ['half_yearly', '有 2 处与上一个半年内容相近', '关闭前本半年'],
    ['yearly', '有 2 处与上年度内容相近', '关闭前本年度'],
  ] as const)('a sentence about a plan with the rhythm %s speaks of its own periods', (rhythm, near, open) => {
    const words = rhythmWords(t, rhythm);
    expect(t('filing.check.nearCopies', { ...words, count: 2 })).toBe(near);
    expect(`关闭前${words.thisPeriod}`).toBe(open);
  });

  test('the sentences of a plan by quarters are those of the notice of 2020, word for word', () => {
    const words = rhythmWords(t, 'quarterly');
    expect(t('review.title', words)).toBe('季度报告审核');
    expect(t('summaries.title', words)).toBe('季度汇总');
    expect(t('public.home.heading', words)).toBe('市级重点任务，按季度向社会公开');
    expect(t('filing.early.mark', words)).toBe('在本季度结束前报送');
    expect(t('documents.desk.ofYear', { ...words, year: '2020' })).toBe('2020年（各季度合并）');
    expect(fieldLabel(t, noticeForm, 'noProgress')).toBe('本季度无进展');
  });

  test('only the words of plans by quarters, and two sentences about periods of any length, speak of quarters', () => {
    const named = sentences.filter(([key, text]) => text.includes('季') && !key.endsWith('.quarterly'));
    expect(named.map(([key]) => key).toSorted()).toEqual(['api.notAPeriod', 'documents.coverage.quarters']);
  });

  test.each([
    ['monthly', '各单位、各月、各年度的报送情况'],
    ['quarterly', '各单位、各季度、各年度的报送情况'],
    ['half_yearly', '各单位、各半年、各年度的报送情况'],
    ['yearly', '各单位、各年度的报送情况'],
    ['several', '各单位、各报送周期、各年度的报送情况'],
  ] as const)('the statistics of plans with the rhythm %s name the years once', (rhythm, lead) => {
    expect(t('statistics.lead', { ...rhythmWords(t, rhythm), rhythm })).toContain(`${lead}，`);
  });

  test('plans of one rhythm share its words, and plans of several speak of periods', () => {
    expect(sharedRhythm([{ rhythm: 'monthly' }, { rhythm: 'monthly' }])).toBe('monthly');
    expect(sharedRhythm([{ rhythm: 'monthly' }, { rhythm: 'quarterly' }])).toBe('several');
    expect(sharedRhythm([])).toBe('several');
  });
});

describe('the form of the notice', () => {
  test('under a plan by months it asks for a month, also in what was filed', () => {
    const form = formOf({ quarter: periodCode('2026M03') });
    expect(fieldLabel(t, form, 'noProgress')).toBe('本月无进展');
    expect(publishedWords(t, { noProblems: true, problems: '' }, 'problems', form)).toBe('本月无存在问题。');
    expect([isOwnForm(form), isOwnForm(noticeFormOf('yearly')), isOwnForm({ fields: [] })]).toEqual([
      false,
      false,
      true,
    ]);
    expect(formOf({ quarter: periodCode('2020Q1') })).toBe(noticeForm);
  });
});

test('a period is named with its plan only beside other plans, and a long title is cut', () => {
  const period = { periodCode: periodCode('2026M03'), planTitle: '计划'.repeat(30) };
  expect(planPeriodWords(t, { ...period, isOneOfSeveral: false })).toBe('2026年3月');
  expect(planPeriodWords(t, { ...period, isOneOfSeveral: true })).toBe(`《${'计划'.repeat(20)}……》2026年3月`);
});

test('a live announcement names the plan beside the period for whoever has several', () => {
  const move = { reportId: '', name: 'report-filed', agency: '市教委', quarter: periodCode('2026M03') };
  const words = (isOneOfSeveral: boolean) => moveWords(t, [{ ...move, planTitle: '甲计划', isOneOfSeveral }]);
  expect([words(false), words(true)]).toEqual(['市教委已报送2026年3月报告。', '市教委已报送《甲计划》2026年3月报告。']);
});

test.each(['2020Q1-04-1-ABCDEFGHJK', '2026M03-04-1-ABCDEFGHJK', '2026H1-04-12-ABCDEFGHJK', '2026-04-1-ABCDEFGHJK'])(
  'the receipt number %s is one, as people type it too',
  (number) => {
    expect(parseReceiptNumber(number)).toBe(number);
    expect(parseReceiptNumber(` ${number.toLowerCase().replaceAll('-', '－')} `)).toBe(number);
  },
);
