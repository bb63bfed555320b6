import { describe, expect, test } from 'vitest';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { filingLight, isOverdue } from '@/lib/domain/report/filing-light';
import type { ReportStatus } from '@/lib/domain/report/report';
import { everyStatus } from '../support/expected-lifecycle';
import { closesAt, reportState } from '../support/report-states';

/** Nothing but Mondays to Fridays; 4 April 2020 was a holiday, which comes after the last day here. */
const calendar: WorkingDayCalendar = { days: new Map(), confirmedYears: new Set([2020]) };

const lightAt = (instant: string, changes: Parameters<typeof reportState>[0] = {}) =>
  filingLight(reportState(changes), calendar, new Date(instant));

const withTheDivision: ReportStatus[] = ['filed', 'accepted'];
const withTheAgency = everyStatus.filter((status) => !withTheDivision.includes(status));

describe('the filing light', () => {
  test.each(withTheDivision)('is green once the report is %s, however late', (status) => {
    expect(lightAt('2020-04-01T01:00:00Z', { status })).toBe('green');
    expect(lightAt('2021-04-01T01:00:00Z', { status })).toBe('green');
  });

  test.each(withTheAgency)('of a %s report is red from the closing instant on', (status) => {
    expect(lightAt('2020-04-03T15:59:59.999Z', { status })).toBe('yellow');
    expect(lightAt('2020-04-03T16:00:00.000Z', { status })).toBe('red');
  });

  test('turns yellow with three working days left, today among them', () => {
    expect(lightAt('2020-03-31T15:59:59Z')).toBe('grey');
    expect(lightAt('2020-03-31T16:00:00Z')).toBe('yellow');
  });

  test('counts working days, so that a weekend does not turn it', () => {
    const due = { dueOn: civilDate('2020-04-14'), closesAt: new Date('2020-04-14T16:00:00Z') };
    expect(lightAt('2020-04-09T16:00:00Z', due)).toBe('yellow');
    expect(lightAt('2020-04-08T16:00:00Z', due)).toBe('grey');
  });

  test('is grey before the period opens', () => {
    expect(lightAt('2020-04-02T01:00:00Z', { opensAt: new Date('2020-04-02T01:00:00.001Z') })).toBe('grey');
  });

  test('is never red while the deadline is provisional', () => {
    expect(lightAt('2020-05-01T01:00:00Z', { closesAt: null })).toBe('yellow');
  });
});

describe('逾期', () => {
  test.each(everyStatus)('of a %s report is told from the instant and from who holds it', (status) => {
    const report = reportState({ status });
    expect(isOverdue(report, closesAt)).toBe(withTheAgency.includes(status));
    expect(isOverdue(report, new Date(closesAt.getTime() - 1))).toBe(false);
  });

  test('runs by the deadline in force, so that a return has a clock of its own', () => {
    const returned = reportState({ status: 'returned', closesAt: new Date('2020-04-08T16:00:00Z') });
    expect(isOverdue(returned, closesAt)).toBe(false);
    expect(isOverdue(returned, new Date('2020-04-08T16:00:00Z'))).toBe(true);
  });
});
