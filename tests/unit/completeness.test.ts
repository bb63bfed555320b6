import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCharacters, missingFields, missingParts } from '@/lib/domain/report/completeness';
import { emptyEntry, noticeForm } from '@/lib/domain/report/entry';
import { blankEntry, completeEntry, type NoticeEntry } from '../support/report-states';

const entry = (changes: Partial<NoticeEntry>) => missingFields({ ...completeEntry, ...changes }, noticeForm);

describe('an entry is complete', () => {
  test('an entry with four sections and a light is complete', () => {
    expect(missingFields(completeEntry, noticeForm)).toEqual([]);
  });

  test('an entry without progress and results is complete when 本季度无进展 is confirmed with its reason', () => {
    expect(entry({ progress: '', results: '', noProgress: true, noProgressReason: '等待批复' })).toEqual([]);
  });

  test('an entry without problems is complete when 无存在问题 is confirmed', () => {
    expect(entry({ problems: '', noProblems: true })).toEqual([]);
  });
});

describe('the missing parts of an entry', () => {
  test.each(['progress', 'problems', 'results', 'nextSteps'] as const)('an entry lacks %s when blank', (section) => {
    expect(entry({ [section]: ' \t\n\u3000' })).toEqual([section]);
  });

  test('an entry lacks the light when none is chosen', () => {
    expect(entry({ light: null })).toEqual(['light']);
  });

  test('an entry lacks the reason when no progress is confirmed without one, even if all sections are written', () => {
    expect(entry({ noProgress: true })).toEqual(['noProgressReason']);
  });

  test('an entry lacks the next steps even when no progress and no problem are confirmed', () => {
    const confirmed = { noProgress: true, noProgressReason: '等待批复', noProblems: true, nextSteps: '' };
    expect(entry(confirmed)).toEqual(['nextSteps']);
  });

  test('an untouched entry lacks all its parts, listed in the order of the form', () => {
    expect(missingFields(blankEntry, noticeForm)).toEqual(['light', 'progress', 'problems', 'results', 'nextSteps']);
  });
});

test('a report lists its missing parts task by task, in the order of its tasks', () => {
  const entries = [
    { taskId: 'second', ...completeEntry, light: null },
    { taskId: 'first', ...completeEntry },
    { taskId: 'third', ...completeEntry, problems: '', nextSteps: '' },
  ];
  expect(missingParts(entries, noticeForm)).toEqual([
    { taskId: 'second', field: 'light' },
    { taskId: 'third', field: 'problems' },
    { taskId: 'third', field: 'nextSteps' },
  ]);
});

test('an entry that confirms 无存在问题 and has a text beside it is complete', () => {
  expect(entry({ noProblems: true, problems: '仍有一处' })).toEqual([]);
});

test('a character outside the basic plane counts as one', () => {
  expect(countCharacters('人工智能')).toBe(4);
  expect(countCharacters('𠮷野家')).toBe(3);
  expect(countCharacters('')).toBe(0);
});

test('filling in one more field never makes a report less complete', () => {
  const text = fc.constantFrom('', '写了');
  const content = fc.record({
    progress: text,
    problems: text,
    results: text,
    nextSteps: text,
    noProgress: fc.boolean(),
    noProgressReason: text,
    noProblems: fc.boolean(),
    light: fc.constantFrom(null, 'normal' as const),
  });
  const field = fc.constantFrom('progress', 'problems', 'results', 'nextSteps', 'noProgressReason');
  fc.assert(
    fc.property(content, field, (before, filledIn) => {
      const entry = { ...emptyEntry(noticeForm), ...before };
      const after = missingFields({ ...entry, [filledIn]: '写了' }, noticeForm);
      expect(missingFields(entry, noticeForm)).toEqual(expect.arrayContaining(after));
    }),
  );
});
