import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { periodCode } from '@/lib/domain/calendar/period';
import { emptyEntry, noticeForm, publicByDefault, sectionsOf } from '@/lib/domain/report/entry';
import type { ReportSnapshot, SnapshotEntry } from '@/lib/domain/report/report-snapshot';
import { decideNumbers, publishedContent, sameOfEveryTask } from '@/lib/domain/review/publication';

const sections = sectionsOf(noticeForm);

/** Each field holds a text of its own, so that a field that is published by mistake is recognised. */
const entry: SnapshotEntry = {
  ...emptyEntry(noticeForm),
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
  expect(publicByDefault(noticeForm)).toEqual(['progress', 'results']);
});

describe('the published content of a report', () => {
  test('published content names plan, agency, period and task', () => {
    expect(publishedContent(snapshot, sameOfEveryTask(snapshot.entries, ['progress']))).toEqual({
      plan: { code: '2020', title: 'PLAN' },
      agency: { code: '02', name: 'AGENCY' },
      quarter: '2020Q1',
      sections: ['progress'],
      entries: [
        {
          taskCode: '2020-05',
          taskText: 'TASK-TEXT',
          sections: ['progress'],
          progress: 'SECRET-progress',
          noProgress: false,
        },
      ],
    });
  });

  test('published content has the chosen sections, in the order of the notice, and nothing else', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...sections]), (chosen) => {
        const content = publishedContent(snapshot, sameOfEveryTask(snapshot.entries, chosen));
        const kept = sections.filter((section) => chosen.includes(section));
        expect(content.sections).toEqual(kept);
        const secrets = JSON.stringify(content).match(/SECRET-\w+/g) ?? [];
        expect(secrets).toEqual(kept.map((section) => `SECRET-${section}`));
      }),
    );
  });

  test('published content never has a light, the reason for no progress or the id of a task', () => {
    const text = JSON.stringify(
      publishedContent({ ...snapshot, entries: [{ ...entry, noProgress: true }] }, sameOfEveryTask([entry], sections)),
    );
    expect(text).not.toContain('blocked');
    expect(text).not.toContain('SECRET-reason');
    expect(text).not.toContain(entry.taskId);
  });

  test('本季度无进展 is published only with the progress, 无存在问题 only with the problems', () => {
    const confirmed = { ...snapshot, entries: [{ ...entry, noProgress: true, noProblems: true }] };
    const [withProgress] = publishedContent(confirmed, sameOfEveryTask([entry], ['progress'])).entries;
    const [withProblems] = publishedContent(confirmed, sameOfEveryTask([entry], ['problems'])).entries;
    expect(withProgress).toMatchObject({ noProgress: true });
    expect(withProgress).not.toHaveProperty('noProblems');
    expect(withProblems).toMatchObject({ noProblems: true });
    expect(withProblems).not.toHaveProperty('noProgress');
  });

  test('each task goes out with its own parts, and one of which nothing was chosen does not go out', () => {
    const [first, second, third] = ['a', 'b', 'c'].map((taskId) => ({ ...entry, taskId, taskCode: `2020-${taskId}` }));
    if (!first || !second || !third) throw new Error('an entry is missing');
    const content = publishedContent({ ...snapshot, entries: [first, second, third] }, [
      { taskId: 'a', sections: ['results', 'progress'], unmasked: [] },
      { taskId: 'c', sections: ['nextSteps'], unmasked: [] },
      { taskId: 'elsewhere', sections: ['problems'], unmasked: [] },
    ]);
    expect(content.sections).toEqual(['progress', 'results', 'nextSteps']);
    expect(content.entries.map(({ taskCode, sections: kept }) => [taskCode, kept])).toEqual([
      ['2020-a', ['progress', 'results']],
      ['2020-c', ['nextSteps']],
    ]);
    expect(content.entries[1]).not.toHaveProperty('progress');
  });
});

describe('the personal numbers in a publication', () => {
  const progress = '联系人电话13800138000，备用13912345678。';
  const withNumbers = { ...snapshot, entries: [{ ...entry, progress, problems: '电话13700137000' }] };
  const kept = { section: 'progress' as const, start: 19, end: 30 };
  const choose = (reason: string, place = kept) => [
    { taskId: entry.taskId, sections: ['progress' as const], unmasked: [{ ...place, reason }] },
  ];

  test('every number in a chosen part is masked unless a reason was written', () => {
    const [masked] = publishedContent(withNumbers, sameOfEveryTask([entry], ['progress'])).entries;
    expect(masked?.progress).toBe('联系人电话138****8000，备用139****5678。');
  });

  test('a number with a reason stays legible, and the others are masked', () => {
    const [published] = publishedContent(withNumbers, choose('对外公布的热线')).entries;
    expect(published?.progress).toBe('联系人电话138****8000，备用13912345678。');
    expect(decideNumbers(withNumbers, choose('对外公布的热线')).map(({ number, reason }) => [number, reason])).toEqual([
      ['13800138000', null],
      ['13912345678', '对外公布的热线'],
    ]);
  });

  test.each([
    ['a blank reason', choose(' \u3000')],
    ['a reason for another place', choose('热线', { ...kept, start: 18 })],
  ])('a number is masked with %s', (_title, choice) => {
    const [published] = publishedContent(withNumbers, choice).entries;
    expect(published?.progress).toBe('联系人电话138****8000，备用139****5678。');
  });
});
