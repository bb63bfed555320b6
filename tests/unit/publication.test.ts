import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodCode } from '@/lib/domain/calendar/period';
import { emptyEntry, publicByDefault, sections } from '@/lib/domain/report/entry';
import type { ReportSnapshot, SnapshotEntry } from '@/lib/domain/report/report-snapshot';
import { publishedContent } from '@/lib/domain/review/publication';

/** Each field holds a text of its own, so that a field that is published by mistake is recognised. */
const entry: SnapshotEntry = {
  ...emptyEntry(),
  taskId: '018f0000-0000-7000-8000-00000000000a',
  taskCode: '2020-05',
  taskText: 'TASK-TEXT',
  progress: 'SECRET-progress',
  problems: 'SECRET-problems',
  results: 'SECRET-results',
  nextSteps: 'SECRET-nextSteps',
  noProgressReason: 'SECRET-reason',
  light: 'blocked',
};

const snapshot: ReportSnapshot = {
  plan: { code: '2020', title: 'PLAN' },
  agency: { code: '02', name: 'AGENCY' },
  quarter: periodCode('2020Q1'),
  version: 3,
  entries: [entry],
};

test('progress and results are published by default, problems and next steps are not', () => {
  expect(publicByDefault()).toEqual(['progress', 'results']);
});

describe('the published content of a report', () => {
  test('published content names plan, agency, period and task', () => {
    expect(publishedContent(snapshot, ['progress'])).toEqual({
      plan: { code: '2020', title: 'PLAN' },
      agency: { code: '02', name: 'AGENCY' },
      quarter: '2020Q1',
      sections: ['progress'],
      entries: [
        {
          taskCode: '2020-05',
          taskText: 'TASK-TEXT',
          progress: 'SECRET-progress',
          noProgress: false,
          noProblems: false,
        },
      ],
    });
  });

  test('published content has the chosen sections, in the order of the notice, and nothing else', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sections]), (chosen) => {
        const content = publishedContent(snapshot, chosen);
        const kept = sections.filter((section) => chosen.includes(section));
        expect(content.sections).toEqual(kept);
        const secrets = JSON.stringify(content).match(/SECRET-\w+/g) ?? [];
        expect(secrets).toEqual(kept.map((section) => `SECRET-${section}`));
      }),
    );
  });

  test('published content never has a light, the reason for no progress or the id of a task', () => {
    const text = JSON.stringify(publishedContent({ ...snapshot, entries: [{ ...entry, noProgress: true }] }, sections));
    expect(text).not.toContain('blocked');
    expect(text).not.toContain('SECRET-reason');
    expect(text).not.toContain(entry.taskId);
  });

  test('本季度无进展 is published only with the progress, 无存在问题 only with the problems', () => {
    const confirmed = { ...snapshot, entries: [{ ...entry, noProgress: true, noProblems: true }] };
    const [withProgress] = publishedContent(confirmed, ['progress']).entries;
    const [withProblems] = publishedContent(confirmed, ['problems']).entries;
    expect(withProgress).toMatchObject({ noProgress: true, noProblems: false });
    expect(withProblems).toMatchObject({ noProgress: false, noProblems: true });
  });
});
