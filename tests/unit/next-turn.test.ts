import { expect, test } from 'vitest';
import { nextTurn } from '@/lib/domain/report/next-turn';

// In Shanghai this is 09:00 of 2 April 2020.
const now = new Date('2020-04-02T01:00:00.000Z');
const midnight = new Date('2020-04-02T16:00:00.000Z');

test('the words on the time left stay true until midnight in Shanghai', () => {
  expect(nextTurn(now, [])).toEqual(midnight);
  expect(nextTurn(midnight, [])).toEqual(new Date('2020-04-03T16:00:00.000Z'));
});

test('the words on the time left change before midnight if one of the given instants comes first', () => {
  const closes = new Date('2020-04-02T09:00:00.000Z');
  expect(nextTurn(now, [new Date('2020-05-01T00:00:00Z'), closes, null])).toEqual(closes);
});

test('an instant that has passed does not change the words on the time left', () => {
  expect(nextTurn(now, [now, new Date('2020-04-01T16:00:00.000Z'), null])).toEqual(midnight);
});
