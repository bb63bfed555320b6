import { describe, expect, test } from 'vitest';
import { sectionWords } from '@/lib/documents/wording';
import { noticeForm } from '@/lib/domain/report/entry';
import { excuseOf, isContradicted, isNothingDue, sectionSays } from '@/lib/domain/report/section-says';
import { publishedWords } from '@/lib/text/entry-words';
import { completeEntry } from '../support/report-states';
import { t } from '../support/translator';

const confirmed = { ...completeEntry, noProgress: true, noProgressReason: '等待批复', noProblems: true };
const blank = { ...confirmed, progress: '', results: ' \n', problems: '' };

describe('a section says', () => {
  test('its text where nothing is confirmed', () => {
    expect(sectionSays(completeEntry, 'nextSteps', noticeForm)).toEqual({
      text: '下一步',
      confirmed: null,
      isExcused: false,
    });
  });

  test('the confirmation that stands under it, with its reason', () => {
    expect(sectionSays(blank, 'progress', noticeForm).confirmed).toEqual({ tick: 'noProgress', reason: '等待批复' });
    expect(sectionSays(blank, 'problems', noticeForm).confirmed).toEqual({ tick: 'noProblems', reason: '' });
  });

  test('nothing where a confirmation under another section excuses it', () => {
    expect(isNothingDue(sectionSays(blank, 'results', noticeForm))).toBe(true);
    expect(isNothingDue(sectionSays(blank, 'progress', noticeForm))).toBe(false);
    expect(excuseOf('results', noticeForm)).toBe('noProgress');
    expect(excuseOf('nextSteps', noticeForm)).toBeNull();
  });

  test('both where a text stands beside a confirmation, which contradict each other', () => {
    const says = (['progress', 'problems', 'results', 'nextSteps'] as const).map((section) =>
      isContradicted(sectionSays(confirmed, section, noticeForm)),
    );
    expect(says).toEqual([true, true, true, false]);
    expect(isContradicted(sectionSays(blank, 'results', noticeForm))).toBe(false);
  });
});

describe('the same in words', () => {
  test('of a document', () => {
    expect(sectionWords(blank, 'progress', noticeForm)).toBe('本季度无进展。原因：等待批复');
    expect(sectionWords(blank, 'results', noticeForm)).toBe('本季度无进展，无须填写。');
    expect(sectionWords(confirmed, 'problems', noticeForm)).toBe('无存在问题。\n问题');
  });

  test('of the public page, which tells a confirmation only', () => {
    const entry = { taskCode: 'T', taskText: '任务', ...confirmed };
    expect(publishedWords(t, entry, 'progress', noticeForm)).toBe('本季度无进展。');
    expect(publishedWords(t, { ...entry, noProgress: false, progress: ' ' }, 'progress', noticeForm)).toBe(
      '本栏未填报。',
    );
    expect(publishedWords(t, entry, 'results', noticeForm)).toBe('成效');
  });
});
