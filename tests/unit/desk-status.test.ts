import { describe, expect, test } from 'vitest';
import { type ReportStatus, reportStatuses } from '@/lib/domain/report/report';
import { withdrawalEndOf } from '@/lib/domain/report/withdrawal';
import { isUnderWay, periodStatusOf } from '@/lib/domain/report/year-so-far';
import { actorOf, closesAt, now, reportState } from '../support/report-states';

const reporter = actorOf('reporter');
const filed = reportState({ status: 'filed', filingEnd: null });

describe('withdrawing a filed report', () => {
  test('a filed report can be withdrawn before the closing instant and before its review', () => {
    expect(withdrawalEndOf(filed, reporter, now)).toBeNull();
  });

  test('a filed report cannot be withdrawn from the closing instant on, and the deadline is given as the reason', () => {
    expect(withdrawalEndOf(filed, reporter, new Date(closesAt.getTime() - 1))).toBeNull();
    expect(withdrawalEndOf(filed, reporter, closesAt)).toBe('deadline-passed');
  });

  test('a filed report cannot be withdrawn once its review has begun, which is the reason given even after the deadline', () => {
    const reviewed = reportState({ status: 'filed', reviewBegun: true });
    expect(withdrawalEndOf(reviewed, reporter, now)).toBe('review-begun');
    expect(withdrawalEndOf(reviewed, reporter, closesAt)).toBe('review-begun');
  });

  test.each(reportStatuses.filter((status) => status !== 'filed'))('a %s report has no withdrawal end', (status) => {
    expect(withdrawalEndOf(reportState({ status }), reporter, closesAt)).toBeNull();
  });
});

describe('a period of the year on the desk', () => {
  const statusOf = (status: ReportStatus, isOpen = true, isOverdue = false) =>
    periodStatusOf({ status, filingEnd: null, isOpen, isOverdue });

  test.each(reportStatuses)('a period whose report is %s shows that status while it is not overdue', (status) => {
    expect(statusOf(status)).toBe(status);
  });

  test('a period is shown as not open before its first day', () => {
    expect(statusOf('not_started', false)).toBe('not_open');
  });

  test('a period is shown as overdue if it closed and the report is not with the division', () => {
    expect(statusOf('draft', true, true)).toBe('overdue');
  });

  test('a period that takes nothing more says so unless its report is with the division', () => {
    const ended = { filingEnd: 'skipped', isOpen: true, isOverdue: false } as const;
    expect(periodStatusOf({ ...ended, status: 'draft' })).toBe('skipped');
    expect(periodStatusOf({ ...ended, status: 'filed' })).toBe('filed');
  });
});

test('a plan is under way while one of its reports is not accepted', () => {
  expect(
    isUnderWay([
      { status: 'accepted', owed: true, filingEnd: null },
      { status: 'filed', owed: true, filingEnd: null },
    ]),
  ).toBe(true);
  expect(
    isUnderWay([
      { status: 'accepted', owed: true, filingEnd: null },
      { status: 'accepted', owed: true, filingEnd: null },
    ]),
  ).toBe(false);
});

test('a plan is not under way for a report that an agency does not owe any more', () => {
  expect(isUnderWay([{ status: 'draft', owed: false, filingEnd: null }])).toBe(false);
});
