import { expect, test } from 'vitest';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import { isBeforePeriodEnd } from '@/lib/domain/deadline/early-filing';

test.each([
  ['2020-06-01T01:00:00Z', '2020-07-03', true],
  // The last second of the quarter in China, and the first of the next one.
  ['2020-06-30T15:59:59Z', '2020-07-03', true],
  ['2020-06-30T16:00:00Z', '2020-07-03', false],
  // A plan whose last day lies within the period asks for the report before its end.
  ['2020-06-01T01:00:00Z', '2020-06-25', false],
  ['2020-06-01T01:00:00Z', '2020-06-30', false],
])(
  'a report of the second quarter filed at %s, due on %s: before the end of the quarter is %s',
  (at, dueOn, expected) => {
    expect(isBeforePeriodEnd(new Date(at), periodCode('2020Q2'), civilDate(dueOn))).toBe(expected);
  },
);
