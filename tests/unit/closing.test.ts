import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, startOfDay } from '@/lib/domain/calendar/civil-date';
import { type ClosingFacts, deadlineInForce } from '@/lib/domain/deadline/closing';
import { timelinessOf } from '@/lib/domain/deadline/timeliness';

const endOf = (text: string) => {
  const dueOn = civilDate(text);
  return { dueOn, closesAt: startOfDay(addDays(dueOn, 1)) };
};

const period = { ...endOf('2020-04-03'), provisional: false };
const inForce = (changes: Partial<ClosingFacts>) =>
  deadlineInForce({ period, extension: null, returned: null, ...changes });

describe('the deadline in force', () => {
  test("is the period's own where there is nothing else", () => {
    expect(inForce({})).toEqual(endOf('2020-04-03'));
  });

  test('is that of an extension that ends later', () => {
    expect(inForce({ extension: endOf('2020-04-08') })).toEqual(endOf('2020-04-08'));
  });

  test('is never earlier than the period gives, whatever an extension or a return says', () => {
    expect(inForce({ extension: endOf('2020-04-01'), returned: endOf('2020-04-02') })).toEqual(endOf('2020-04-03'));
  });

  test('is the latest of all three', () => {
    expect(inForce({ extension: endOf('2020-04-10'), returned: endOf('2020-04-08') })).toEqual(endOf('2020-04-10'));
    expect(inForce({ extension: endOf('2020-04-08'), returned: endOf('2020-04-10') })).toEqual(endOf('2020-04-10'));
  });

  test('has no closing instant while it is provisional, but a last day', () => {
    const provisional = { ...period, provisional: true };
    expect(inForce({ period: provisional })).toEqual({ dueOn: '2020-04-03', closesAt: null });
    expect(inForce({ period: provisional, returned: endOf('2020-04-10') })).toEqual({
      dueOn: '2020-04-10',
      closesAt: null,
    });
  });
});

describe('lateness, decided at the first filing', () => {
  const instant = (minutes: number) => new Date(period.closesAt.getTime() + minutes * 60_000);
  const extension = { closesAt: instant(3 * 24 * 60), decidedAt: instant(-60) };

  test('is on time up to the closing instant, exclusive', () => {
    expect(timelinessOf(new Date(period.closesAt.getTime() - 1), period, null)).toBe('on_time');
    expect(timelinessOf(period.closesAt, period, null)).toBe('late');
  });

  test('is on time before the closing instant even with an extension in hand', () => {
    expect(timelinessOf(instant(-1), period, extension)).toBe('on_time');
  });

  test('is extended under an extension that was decided before the period closed', () => {
    expect(timelinessOf(instant(0), period, extension)).toBe('extended');
    expect(timelinessOf(new Date(extension.closesAt.getTime() - 1), period, extension)).toBe('extended');
  });

  test('is late once that extension has run out', () => {
    expect(timelinessOf(extension.closesAt, period, extension)).toBe('late');
  });

  test('is late under an extension that was decided at the closing instant or after it (补报)', () => {
    expect(timelinessOf(instant(30), period, { ...extension, decidedAt: period.closesAt })).toBe('late');
    expect(timelinessOf(instant(30), period, { ...extension, decidedAt: instant(10) })).toBe('late');
  });

  test('is on time at any hour while the deadline is provisional', () => {
    expect(timelinessOf(instant(9_999), { ...period, provisional: true }, null)).toBe('on_time');
  });

  test('is never late for a first filing that an extension decided in time still allowed', () => {
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
