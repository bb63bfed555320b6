import { describe, expect, test } from 'vitest';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { filingLight, isOverdue } from '@/lib/domain/report/filing-light';
import type { ReportStatus } from '@/lib/domain/report/report';
import { everyStatus } from '../support/expected-lifecycle';
import { closesAt, reportState } from '../support/report-states';

/** Every Monday to Friday is worked here: the holiday of 4 April 2020 comes after the last day and changes nothing. */
const calendar: WorkingDayCalendar = { days: new Map(), confirmedYears: new Set([2020]) };

const lightAt = (instant: string, changes: Parameters<typeof reportState>[0] = {}) =>
  filingLight(reportState(changes), calendar, new Date(instant));

const withTheDivision: ReportStatus[] = ['filed', 'accepted'];
const withTheAgency = everyStatus.filter((status) => !withTheDivision.includes(status));

describe('the filing light', () => {
  test.each(withTheDivision)('the filing light is green once the report is %s, however late it is', (status) => {
    expect(lightAt('2020-04-01T01:00:00Z', { status })).toBe('green');
    expect(lightAt('2021-04-01T01:00:00Z', { status })).toBe('green');
  });

  test.each(withTheAgency)('the filing light of a report that is %s is red from the closing instant on', (status) => {
    expect(lightAt('2020-04-03T15:59:59.999Z', { status })).toBe('yellow');
    expect(lightAt('2020-04-03T16:00:00.000Z', { status })).toBe('red');
  });

  test('the filing light turns yellow when three working days are left, today included', () => {
    expect(lightAt('2020-03-31T15:59:59Z')).toBe('grey');
    expect(lightAt('2020-03-31T16:00:00Z')).toBe('yellow');
  });

  test('the filing light counts working days, so that a weekend does not turn it yellow', () => {
    const due = { dueOn: civilDate('2020-04-14'), closesAt: new Date('2020-04-14T16:00:00Z') };
    expect(lightAt('2020-04-09T16:00:00Z', due)).toBe('yellow');
    expect(lightAt('2020-04-08T16:00:00Z', due)).toBe('grey');
  });

  test('the filing light is grey before the period opens', () => {
    expect(lightAt('2020-04-02T01:00:00Z', { opensAt: new Date('2020-04-02T01:00:00.001Z') })).toBe('grey');
  });

  test('the filing light is never red while the deadline is provisional', () => {
    expect(lightAt('2020-05-01T01:00:00Z', { closesAt: null })).toBe('yellow');
  });
});

describe('逾期', () => {
  test.each(everyStatus)('a %s report is overdue from the closing instant on only if its agency holds it', (status) => {
    const report = reportState({ status });
    expect(isOverdue(report, closesAt)).toBe(withTheAgency.includes(status));
    expect(isOverdue(report, new Date(closesAt.getTime() - 1))).toBe(false);
  });

  test('a returned report is overdue only from the deadline of its return', () => {
    const returned = reportState({ status: 'returned', closesAt: new Date('2020-04-08T16:00:00Z') });
    expect(isOverdue(returned, closesAt)).toBe(false);
    expect(isOverdue(returned, new Date('2020-04-08T16:00:00Z'))).toBe(true);
  });
});
