import { describe, expect, test } from 'vitest';
import { sectionWords } from '@/lib/documents/wording';
import { excuseOf, isContradicted, isNothingDue, sectionSays } from '@/lib/domain/report/section-says';
import { publishedWords } from '@/lib/text/entry-words';
import { completeEntry } from '../support/report-states';
import { t } from '../support/translator';

const confirmed = { ...completeEntry, noProgress: true, noProgressReason: '等待批复', noProblems: true };
const blank = { ...confirmed, progress: '', results: ' \n', problems: '' };

describe('a section says', () => {
  test('its text where nothing is confirmed', () => {
    expect(sectionSays(completeEntry, 'nextSteps')).toEqual({ text: '下一步', confirmed: null, isExcused: false });
  });

  test('the confirmation that stands under it, with its reason', () => {
    expect(sectionSays(blank, 'progress').confirmed).toEqual({ tick: 'noProgress', reason: '等待批复' });
    expect(sectionSays(blank, 'problems').confirmed).toEqual({ tick: 'noProblems', reason: '' });
  });

  test('nothing where a confirmation under another section excuses it', () => {
    expect(isNothingDue(sectionSays(blank, 'results'))).toBe(true);
    expect(isNothingDue(sectionSays(blank, 'progress'))).toBe(false);
    expect(excuseOf('results')).toBe('noProgress');
    expect(excuseOf('nextSteps')).toBeNull();
  });

  test('both where a text stands beside a confirmation, which contradict each other', () => {
    const says = (['progress', 'problems', 'results', 'nextSteps'] as const).map((section) =>
      isContradicted(sectionSays(confirmed, section)),
    );
    expect(says).toEqual([true, true, true, false]);
    expect(isContradicted(sectionSays(blank, 'results'))).toBe(false);
  });
});

describe('the same in words', () => {
  test('of a document', () => {
    expect(sectionWords(blank, 'progress')).toBe('本季度无进展。原因：等待批复');
    expect(sectionWords(blank, 'results')).toBe('本季度无进展，无须填写。');
    expect(sectionWords(confirmed, 'problems')).toBe('无存在问题。\n问题');
  });

  test('of the public page, which tells a confirmation only', () => {
    const entry = { taskCode: 'T', taskText: '任务', ...confirmed };
    expect(publishedWords(t, entry, 'progress')).toBe('本季度无进展。');
    expect(publishedWords(t, { ...entry, noProgress: false, progress: ' ' }, 'progress')).toBe('本栏未填报。');
    expect(publishedWords(t, entry, 'results')).toBe('成效');
  });
});
