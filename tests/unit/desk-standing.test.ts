import { describe, expect, test } from 'vitest';
import { type ReportStatus, reportStatuses } from '@/lib/domain/report/report';
import { withdrawalEndOf } from '@/lib/domain/report/withdrawal';
import { isUnderWay, quarterStandingOf } from '@/lib/domain/report/year-so-far';
import { actorOf, closesAt, now, reportState } from '../support/report-states';

const reporter = actorOf('reporter');
const filed = reportState({ status: 'filed' });

describe('a filed report', () => {
  test('can be taken back before the closing instant and before its review', () => {
    expect(withdrawalEndOf(filed, reporter, now)).toBeNull();
  });

  test('cannot from the closing instant on, which is said', () => {
    expect(withdrawalEndOf(filed, reporter, new Date(closesAt.getTime() - 1))).toBeNull();
    expect(withdrawalEndOf(filed, reporter, closesAt)).toBe('deadline-passed');
  });

  test('cannot once its review has begun, which is said before and after the deadline', () => {
    const reviewed = reportState({ status: 'filed', reviewBegun: true });
    expect(withdrawalEndOf(reviewed, reporter, now)).toBe('review-begun');
    expect(withdrawalEndOf(reviewed, reporter, closesAt)).toBe('review-begun');
  });

  test.each(reportStatuses.filter((status) => status !== 'filed'))('is not in question while it is %s', (status) => {
    expect(withdrawalEndOf(reportState({ status }), reporter, closesAt)).toBeNull();
  });
});

describe('a quarter of the year', () => {
  const standing = (status: ReportStatus, isOpen = true, isOverdue = false) =>
    quarterStandingOf({ status, isOpen, isOverdue });

  test.each(reportStatuses)('that is %s says so while it is not overdue', (status) => {
    expect(standing(status)).toBe(status);
  });

  test('is not open before its first day', () => {
    expect(standing('not_started', false)).toBe('not_open');
  });

  test('is overdue once it closed with nothing at the division', () => {
    expect(standing('draft', true, true)).toBe('overdue');
  });
});

test('a plan is under way while one of its reports is not accepted', () => {
  expect(isUnderWay([{ status: 'accepted' }, { status: 'filed' }])).toBe(true);
  expect(isUnderWay([{ status: 'accepted' }, { status: 'accepted' }])).toBe(false);
});
