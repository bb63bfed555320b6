import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { countCharacters, type EntryContent, missingFields, missingParts } from '@/lib/domain/report/completeness';
import { blankEntry, completeEntry } from '../support/report-states';

const entry = (changes: Partial<EntryContent>) => missingFields({ ...completeEntry, ...changes });

describe('an entry is complete', () => {
  test('with four sections and a light', () => {
    expect(missingFields(completeEntry)).toEqual([]);
  });

  test('without progress and results when 本季度无进展 is confirmed with its reason', () => {
    expect(entry({ progress: '', results: '', noProgress: true, noProgressReason: '等待批复' })).toEqual([]);
  });

  test('without problems when 无存在问题 is confirmed', () => {
    expect(entry({ problems: '', noProblems: true })).toEqual([]);
  });
});

describe('an entry lacks', () => {
  test.each(['progress', 'problems', 'results', 'nextSteps'] as const)('%s when it is blank', (section) => {
    expect(entry({ [section]: ' \t\n\u3000' })).toEqual([section]);
  });

  test('the light when none is chosen', () => {
    expect(entry({ light: null })).toEqual(['light']);
  });

  test('the reason when no progress is confirmed without one, whatever else is written', () => {
    expect(entry({ noProgress: true })).toEqual(['noProgressReason']);
  });

  test('the next steps even when there was no progress and no problem', () => {
    const confirmed = { noProgress: true, noProgressReason: '等待批复', noProblems: true, nextSteps: '' };
    expect(entry(confirmed)).toEqual(['nextSteps']);
  });

  test('everything when nothing was typed, in the order of the form', () => {
    expect(missingFields(blankEntry)).toEqual(['progress', 'results', 'problems', 'nextSteps', 'light']);
  });
});

test('a report names what is missing task by task, in the order of its tasks', () => {
  const entries = [
    { taskId: 'second', ...completeEntry, light: null },
    { taskId: 'first', ...completeEntry },
    { taskId: 'third', ...completeEntry, problems: '', nextSteps: '' },
  ];
  expect(missingParts(entries)).toEqual([
    { taskId: 'second', field: 'light' },
    { taskId: 'third', field: 'problems' },
    { taskId: 'third', field: 'nextSteps' },
  ]);
});

test('a confirmation with a text beside it does not take the text for missing', () => {
  expect(entry({ noProblems: true, problems: '仍有一处' })).toEqual([]);
});

test('characters are counted as people count them', () => {
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
      const after = missingFields({ ...before, [filledIn]: '写了' });
      expect(missingFields(before)).toEqual(expect.arrayContaining(after));
    }),
  );
});
