import { describe, expect, test } from 'vitest';
import { noticeForm, readParts } from '@/lib/domain/report/entry';
import { changedEvidence, changedParts, pairEntries } from '@/lib/domain/report/entry-difference';
import { completeEntry, type NoticeEntry } from '../support/report-states';

const changed = (changes: Partial<NoticeEntry>) =>
  changedParts(completeEntry, { ...completeEntry, ...changes }, noticeForm);

describe('the changed parts of an entry', () => {
  test.each<[string, Partial<NoticeEntry>, string[]]>([
    ['nothing where nothing differs', {}, []],
    ['a text belongs to its section', { results: '新成效' }, ['results']],
    ['the light changes alone', { light: 'blocked' }, ['light']],
    ['本季度无进展 belongs to the progress', { noProgress: true }, ['progress']],
    ['the reason belongs to the progress', { noProgressReason: '停工' }, ['progress']],
    ['无存在问题 belongs to the problems', { noProblems: true }, ['problems']],
    ['in the notice’s order', { nextSteps: '新', progress: '新', light: null }, ['light', 'progress', 'nextSteps']],
  ])('the changed parts of an entry: %s', (_title, changes, parts) => {
    expect(changed(changes)).toEqual(parts);
  });
});

test('a file that was added or removed changes the evidence, even under the same name', () => {
  const withFiles = (...ids: string[]) => ({ ...completeEntry, evidence: ids.map((id) => ({ id, name: '纪要.pdf' })) });
  expect(changedParts(completeEntry, withFiles(), noticeForm)).toEqual([]);
  expect(changedParts(withFiles('a', 'b'), withFiles('b', 'c'), noticeForm)).toEqual(['evidence']);
  expect(changedEvidence(withFiles('a', 'b'), withFiles('b', 'c'))).toEqual({
    added: [{ id: 'c', name: '纪要.pdf' }],
    removed: [{ id: 'a', name: '纪要.pdf' }],
  });
});

describe('two versions of a report', () => {
  const entry = (taskId: string, progress = '进展') => ({ ...completeEntry, taskId, progress });

  test('two versions of a report are compared task by task, in the order of the later version', () => {
    const pairs = pairEntries([entry('a'), entry('b')], [entry('b', '新进展'), entry('a')], noticeForm);
    expect(pairs.map(({ before, after, changed }) => [before?.taskId, after?.taskId, changed])).toEqual([
      ['b', 'b', ['progress']],
      ['a', 'a', []],
    ]);
  });

  test('a task that only one of two versions has is shown with all its parts changed', () => {
    const pairs = pairEntries([entry('gone')], [entry('new')], noticeForm);
    expect(pairs.map(({ before, after }) => [before?.taskId, after?.taskId])).toEqual([
      [undefined, 'new'],
      ['gone', undefined],
    ]);
    expect(pairs.every(({ changed }) => changed.length === readParts(noticeForm).length)).toBe(true);
  });
});
