import { describe, expect, test } from 'vitest';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import { filedBeforeEnd, nextPublicTurn, publicStateOf, secondsUntilTurn } from '@/lib/domain/review/public-state';
import { everyStatus } from '../support/expected-lifecycle';

const opensAt = new Date('2020-03-25T16:00:00.000Z');
const closesAt = new Date('2020-04-03T16:00:00.000Z');
const dueOn = civilDate('2020-04-03');
const facts = {
  status: 'draft' as const,
  filingEnd: null,
  opensAt,
  closesAt,
  dueOn,
  published: false,
  withdrawnAt: null,
};
const justBefore = (instant: Date) => new Date(instant.getTime() - 1);

describe('the public state of a report', () => {
  test('a report is not due until the millisecond before its period opens, with the day on which it does', () => {
    expect(publicStateOf(facts, justBefore(opensAt))).toEqual({ kind: 'not_due', opensOn: '2020-03-26' });
    expect(publicStateOf(facts, opensAt)).toEqual({ kind: 'open', dueOn: '2020-04-03', provisional: false });
  });

  test('a report is overdue from the closing instant in force on', () => {
    expect(publicStateOf(facts, justBefore(closesAt)).kind).toBe('open');
    expect(publicStateOf(facts, closesAt)).toEqual({ kind: 'overdue', dueOn: '2020-04-03' });
  });

  test('a report whose deadline is provisional is never overdue, and says so', () => {
    const state = publicStateOf({ ...facts, closesAt: null }, new Date('2031-01-01T00:00:00Z'));
    expect(state).toEqual({ kind: 'open', dueOn: '2020-04-03', provisional: true });
  });

  test('the public learns neither a draft nor a sign-off nor a return nor a decision', () => {
    const kinds = everyStatus.map((status) => [
      status,
      publicStateOf({ ...facts, status }, justBefore(closesAt)).kind,
      publicStateOf({ ...facts, status }, closesAt).kind,
    ]);
    expect(kinds).toEqual([
      ['not_started', 'open', 'overdue'],
      ['draft', 'open', 'overdue'],
      ['awaiting_sign_off', 'open', 'overdue'],
      ['filed', 'under_review', 'under_review'],
      ['returned', 'under_review', 'under_review'],
      ['accepted', 'under_review', 'under_review'],
    ]);
  });

  test.each(everyStatus)('what was published stays published while its report is %s', (status) => {
    expect(publicStateOf({ ...facts, status, published: true }, closesAt)).toEqual({ kind: 'published' });
  });

  test.each(everyStatus)('a withdrawn publication is told with its day in China while its report is %s', (status) => {
    const withdrawnAt = new Date('2020-05-06T16:30:00Z');
    expect(publicStateOf({ ...facts, status, withdrawnAt }, closesAt)).toEqual({ kind: 'withdrawn', on: '2020-05-07' });
  });
});

describe('the turn of public states by time', () => {
  test('the next turn is the opening, then the closing instant, then none', () => {
    expect(nextPublicTurn(facts, justBefore(opensAt))).toEqual(opensAt);
    expect(nextPublicTurn(facts, opensAt)).toEqual(closesAt);
    expect(nextPublicTurn(facts, closesAt)).toBeNull();
  });

  test('a state is kept for the whole seconds until its turn, at least one', () => {
    const secondsBefore = (seconds: number) => new Date(closesAt.getTime() - seconds * 1_000);
    expect(secondsUntilTurn(closesAt, secondsBefore(7))).toBe(7);
    expect(secondsUntilTurn(closesAt, secondsBefore(0.2))).toBe(1);
    expect(secondsUntilTurn(closesAt, secondsBefore(3_600))).toBe(3_600);
    expect(secondsUntilTurn(null, closesAt)).toBe(Number.POSITIVE_INFINITY);
  });
});

describe('a report that was filed before its period ended', () => {
  test('the day of filing is told up to the last day of the period in China', () => {
    const quarter = periodCode('2020Q2');
    expect(filedBeforeEnd(quarter, new Date('2020-06-01T02:00:00Z'))).toBe('2020-06-01');
    expect(filedBeforeEnd(quarter, new Date('2020-06-30T15:59:59.999Z'))).toBe('2020-06-30');
    expect(filedBeforeEnd(quarter, new Date('2020-06-30T16:00:00.000Z'))).toBeNull();
  });
});

test('a period that takes nothing more is neither open nor due, and stays overdue where its last day had passed', () => {
  const ended = { ...facts, filingEnd: 'closed' as const };
  expect(publicStateOf(ended, justBefore(closesAt))).toEqual({ kind: 'closed' });
  expect(publicStateOf(ended, closesAt)).toEqual({ kind: 'overdue', dueOn });
  expect(publicStateOf({ ...ended, status: 'filed' }, closesAt)).toEqual({ kind: 'under_review' });
});
