import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maySummarize, roles } from '@/lib/domain/authorization';
import { noticeForm, sectionsOf, textOf } from '@/lib/domain/report/entry';
import { sectionSays } from '@/lib/domain/report/section-says';
import { editOf, moveOf, passageText, type SourceStatus, sourceStatus } from '@/lib/domain/review/summary';
import { chineseNumber } from '@/lib/text/chinese-number';
import { coverageWords, filedWords } from '@/lib/text/summary-words';
import { actorOf, completeEntry } from '../support/report-states';
import { t } from '../support/translator';

describe('the words of a section in a summary', () => {
  test.each(sectionsOf(noticeForm))('the section %s gives the filed words', (section) => {
    expect(sectionSays(completeEntry, section, noticeForm)).toEqual({
      text: textOf(completeEntry, section),
      confirmed: null,
      isExcused: false,
    });
  });

  test('an entry without progress gives its reason under the progress, and nothing under the results', () => {
    const entry = { ...completeEntry, noProgress: true, noProgressReason: '经费未到', progress: '', results: '' };
    expect(filedWords(t, entry, 'progress', noticeForm)).toBe('本季度无进展。原因：经费未到');
    expect(sectionSays(entry, 'results', noticeForm)).toEqual({ text: '', confirmed: null, isExcused: true });
    expect(filedWords(t, entry, 'results', noticeForm)).toBe('');
  });

  test('a text written beside a confirmation is kept in the words of its section', () => {
    const entry = { ...completeEntry, noProgress: true, noProgressReason: '经费未到', noProblems: true };
    expect(filedWords(t, entry, 'progress', noticeForm)).toBe(`本季度无进展。原因：经费未到\n${entry.progress}`);
    expect(filedWords(t, entry, 'results', noticeForm)).toBe(entry.results);
    expect(filedWords(t, entry, 'problems', noticeForm)).toBe(`无。\n${entry.problems}`);
  });

  test('无存在问题 gives 无。, and a section that was not filed gives an empty text', () => {
    expect(filedWords(t, { ...completeEntry, noProblems: true, problems: '' }, 'problems', noticeForm)).toBe('无。');
    expect(filedWords(t, { ...completeEntry, results: '  ' }, 'results', noticeForm)).toBe('');
    expect(filedWords(t, null, 'progress', noticeForm)).toBe('');
  });
});

describe('an edit of a passage', () => {
  test.each([
    ['进展', '进展', null],
    [' 进展\r\n第二行 \n', '进展\n第二行', null],
    ['另一种说法', '进展', '另一种说法'],
    ['', '进展', ''],
  ])('editing to %j where the original is %j stores %j', (text, original, edit) => {
    expect(editOf(text, original)).toBe(edit);
  });

  test('an edit replaces the original, even if the edit is empty', () => {
    expect(passageText({ original: '进展', edited: null })).toBe('进展');
    expect(passageText({ original: '进展', edited: '' })).toBe('');
  });
});

test('a move puts one item at another place and keeps the order of the others', () => {
  const place = fc.integer({ min: -3, max: 30 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 20 }), place, place, (count, from, to) => {
      const before = Array.from({ length: count }, (_, index) => index + 1);
      const move = moveOf(from, to, count);
      const after = before.map((position) => {
        if (move === null) return position;
        if (position === move.from) return move.to;
        return position >= move.first && position <= move.last ? position + move.by : position;
      });
      const row = [...before];
      if (from >= 1 && from <= count) row.splice(Math.min(Math.max(to, 1), count) - 1, 0, ...row.splice(from - 1, 1));
      expect(row.map((name) => after[name - 1])).toEqual(before);
    }),
  );
});

test.each([
  [1, 1, 'accepted', false, 'current'],
  [1, 1, 'filed', true, 'unreviewed'],
  [1, 1, 'filed', false, 'unreviewed'],
  [1, 2, 'accepted', false, 'newer'],
  [1, 2, 'filed', true, 'newer'],
  [1, 2, 'filed', false, 'newer-unreviewed'],
  [1, 1, 'returned', false, 'returned'],
  [1, 2, 'returned', true, 'returned'],
  [1, 1, 'draft', false, 'withdrawn'],
  [1, 1, 'awaiting_sign_off', false, 'withdrawn'],
] as const)(
  'a source with version %i of %i in a report that is %s (filed ones included: %s) is %s',
  (number, latest, status, includesFiled, expected) => {
    expect(sourceStatus({ number, latest, status, includesFiled })).toBe(expected satisfies SourceStatus);
  },
);

test.each([
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [101, '一百零一'],
  [110, '一百一十'],
  [1010, '一千零一十'],
  [3500, '三千五百'],
  [10_000, '一万'],
  [12_345, '一万二千三百四十五'],
])('the number %i is written %s', (count, words) => {
  expect(chineseNumber(count)).toBe(words);
});

describe('the agencies missing from a summary', () => {
  const leftOut = (count: number) =>
    Array.from({ length: count }, (_, index) => ({ agencyName: `第${index + 1}局`, status: 'returned' as const }));

  test('missing agencies are named with the status of their report, and in an annex if more than thirty', () => {
    expect(coverageWords(t, { due: 3, reports: 1, entries: 2 }, leftOut(2))).toBe(
      '3家牵头单位中，1家的报告已汇入，涉及重点任务2项；未汇入2家：第1局（正在修改）、第2局（正在修改）。',
    );
    expect(coverageWords(t, { due: 1, reports: 1, entries: 2 }, [])).toMatch(/各单位均已汇入。$/);
    expect(coverageWords(t, { due: 31, reports: 0, entries: 0 }, leftOut(31))).toMatch(/未汇入31家，名单附后。$/);
    expect(coverageWords(t, { due: 30, reports: 0, entries: 0 }, leftOut(30))).toContain('第30局');
  });
});

test('only reviewers and coordinators may write summaries', () => {
  expect(roles.filter((role) => maySummarize(actorOf(role)))).toEqual(['reviewer', 'coordinator']);
});
