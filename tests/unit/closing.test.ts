import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, startOfDay } from '@/lib/domain/calendar/civil-date';
import { type ClosingFacts, deadlineInForce, isLateFilingOpen } from '@/lib/domain/deadline/closing';
import { timelinessOf } from '@/lib/domain/deadline/timeliness';

const endOf = (text: string) => {
  const dueOn = civilDate(text);
  return { dueOn, closesAt: startOfDay(addDays(dueOn, 1)) };
};

const period = { ...endOf('2020-04-03'), provisional: false };
const inForce = (changes: Partial<ClosingFacts>) =>
  deadlineInForce({ period, extension: null, returned: null, ...changes });

describe('the deadline in force', () => {
  test('without extension or return, the deadline of the period is in force', () => {
    expect(inForce({})).toEqual(endOf('2020-04-03'));
  });

  test('an extension that ends later than the period is in force', () => {
    expect(inForce({ extension: endOf('2020-04-08') })).toEqual(endOf('2020-04-08'));
  });

  test('an extension or a return never makes the deadline earlier than that of the period', () => {
    expect(inForce({ extension: endOf('2020-04-01'), returned: endOf('2020-04-02') })).toEqual(endOf('2020-04-03'));
  });

  test('of period, extension and return the latest deadline is in force', () => {
    expect(inForce({ extension: endOf('2020-04-10'), returned: endOf('2020-04-08') })).toEqual(endOf('2020-04-10'));
    expect(inForce({ extension: endOf('2020-04-08'), returned: endOf('2020-04-10') })).toEqual(endOf('2020-04-10'));
  });

  test('a provisional deadline has a last day but no closing instant', () => {
    const provisional = { ...period, provisional: true };
    expect(inForce({ period: provisional })).toEqual({ dueOn: '2020-04-03', closesAt: null });
    expect(inForce({ period: provisional, returned: endOf('2020-04-10') })).toEqual({
      dueOn: '2020-04-10',
      closesAt: null,
    });
  });
});

test('late filing is open for a report that was opened, and for every report of a plan that leaves it open', () => {
  const open = (afterClosing: 'closed' | 'late_filing_open', lateFilingOpen: boolean) =>
    isLateFilingOpen({ afterClosing, lateFilingOpen });
  expect([open('closed', false), open('closed', true)]).toEqual([false, true]);
  expect([open('late_filing_open', false), open('late_filing_open', true)]).toEqual([true, true]);
});

describe('lateness, decided at the first filing', () => {
  const instant = (minutes: number) => new Date(period.closesAt.getTime() + minutes * 60_000);
  const extension = { closesAt: instant(3 * 24 * 60), decidedAt: instant(-60) };

  test('a report filed before the closing instant is on time, and one filed at that instant is late', () => {
    expect(timelinessOf(new Date(period.closesAt.getTime() - 1), period, null)).toBe('on_time');
    expect(timelinessOf(period.closesAt, period, null)).toBe('late');
  });

  test('a report filed before the closing instant is on time even if it has an extension', () => {
    expect(timelinessOf(instant(-1), period, extension)).toBe('on_time');
  });

  test('a report filed under an extension that was decided before the period closed counts as extended', () => {
    expect(timelinessOf(instant(0), period, extension)).toBe('extended');
    expect(timelinessOf(new Date(extension.closesAt.getTime() - 1), period, extension)).toBe('extended');
  });

  test('a report filed when its extension has run out is late', () => {
    expect(timelinessOf(extension.closesAt, period, extension)).toBe('late');
  });

  test('a report is late if its extension was decided at the closing instant or after it (补报)', () => {
    expect(timelinessOf(instant(30), period, { ...extension, decidedAt: period.closesAt })).toBe('late');
    expect(timelinessOf(instant(30), period, { ...extension, decidedAt: instant(10) })).toBe('late');
  });

  test('a report filed while the deadline is provisional is on time at any hour', () => {
    expect(timelinessOf(instant(9_999), { ...period, provisional: true }, null)).toBe('on_time');
  });

  test('a first filing that an extension decided in time still allowed is never late', () => {
    const days = fc.integer({ min: -10, max: 10 });
    fc.assert(
      fc.property(days, fc.option(days, { nil: null }), (filedAfter, extendedBy) => {
        const extended = extendedBy === null ? null : endOf(addDays(period.dueOn, extendedBy));
        const { closesAt } = inForce({ extension: extended });
        const filedAt = new Date(period.closesAt.getTime() + filedAfter * 12 * 60 * 60_000);
        fc.pre(closesAt !== null && filedAt < closesAt);
        const decidedInTime = extended && { closesAt: extended.closesAt, decidedAt: instant(-1) };
        const expected = filedAt < period.closesAt ? 'on_time' : 'extended';
        expect(timelinessOf(filedAt, period, decidedInTime)).toBe(expected);
      }),
    );
  });
});
