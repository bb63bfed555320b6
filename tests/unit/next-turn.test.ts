import { expect, test } from 'vitest';
import { nextTurn } from '@/lib/domain/report/next-turn';

// 09:00 of 2 April 2020 in Shanghai.
const now = new Date('2020-04-02T01:00:00.000Z');
const midnight = new Date('2020-04-02T16:00:00.000Z');

test('what is said of the time that is left holds until midnight in Shanghai', () => {
  expect(nextTurn(now, [])).toEqual(midnight);
  expect(nextTurn(midnight, [])).toEqual(new Date('2020-04-03T16:00:00.000Z'));
});

test('or until the first instant before it that is still ahead', () => {
  const closes = new Date('2020-04-02T09:00:00.000Z');
  expect(nextTurn(now, [new Date('2020-05-01T00:00:00Z'), closes, null])).toEqual(closes);
});

test('an instant that has come turns nothing more', () => {
  expect(nextTurn(now, [now, new Date('2020-04-01T16:00:00.000Z'), null])).toEqual(midnight);
});
