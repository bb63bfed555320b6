import { describe, expect, test } from 'vitest';
import type { EntryContent } from '@/lib/domain/report/completeness';
import { changedEvidence, changedParts, pairEntries } from '@/lib/domain/report/entry-difference';
import { completeEntry } from '../support/report-states';

const changed = (changes: Partial<EntryContent>) => changedParts(completeEntry, { ...completeEntry, ...changes });

describe('what changed in an entry', () => {
  test.each<[string, Partial<EntryContent>, string[]]>([
    ['nothing', {}, []],
    ['a text belongs to its section', { results: '新成效' }, ['results']],
    ['the light stands alone', { light: 'blocked' }, ['light']],
    ['本季度无进展 belongs to the progress', { noProgress: true }, ['progress']],
    ['and so does its reason', { noProgressReason: '停工' }, ['progress']],
    ['无存在问题 belongs to the problems', { noProblems: true }, ['problems']],
    ['in the notice’s order', { nextSteps: '新', progress: '新', light: null }, ['light', 'progress', 'nextSteps']],
  ])('%s', (_title, changes, parts) => {
    expect(changed(changes)).toEqual(parts);
  });
});

test('a file that came or went changes the evidence, one under the same name too', () => {
  const withFiles = (...ids: string[]) => ({ ...completeEntry, evidence: ids.map((id) => ({ id, name: '纪要.pdf' })) });
  expect(changedParts(completeEntry, withFiles())).toEqual([]);
  expect(changedParts(withFiles('a', 'b'), withFiles('b', 'c'))).toEqual(['evidence']);
  expect(changedEvidence(withFiles('a', 'b'), withFiles('b', 'c'))).toEqual({
    added: [{ id: 'c', name: '纪要.pdf' }],
    removed: [{ id: 'a', name: '纪要.pdf' }],
  });
});

describe('two versions of a report', () => {
  const entry = (taskId: string, progress = '进展') => ({ ...completeEntry, taskId, progress });

  test('are compared task by task, in the order of the later one', () => {
    const pairs = pairEntries([entry('a'), entry('b')], [entry('b', '新进展'), entry('a')]);
    expect(pairs.map(({ before, after, changed }) => [before?.taskId, after?.taskId, changed])).toEqual([
      ['b', 'b', ['progress']],
      ['a', 'a', []],
    ]);
  });

  test('show a task that only one of them has as a whole', () => {
    const pairs = pairEntries([entry('gone')], [entry('new')]);
    expect(pairs.map(({ before, after }) => [before?.taskId, after?.taskId])).toEqual([
      [undefined, 'new'],
      ['gone', undefined],
    ]);
    expect(pairs.every(({ changed }) => changed.length === 5)).toBe(true);
  });
});
