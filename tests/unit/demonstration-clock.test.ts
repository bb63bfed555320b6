import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, startOfDay } from '@/lib/domain/calendar/civil-date';
import { lastDayOf, periodCode } from '@/lib/domain/calendar/period';
import { type ClockMove, clockMoves, movedClock } from '@/lib/domain/demonstration';
import { quartersOf } from '../support/quarters';

const issuedOn = civilDate('2020-03-26');
const lastDays = ['2020-04-03', '2020-07-03', '2020-10-12', '2021-01-06'];
const openings = ['2020-03-26', '2020-06-01', '2020-09-01', '2020-12-01'];
const periods = quartersOf(2020).map((periodCode, index) => ({
  code: periodCode,
  opensAt: startOfDay(civilDate(openings[index] ?? lastDayOf(periodCode))),
  closesAt: startOfDay(addDays(civilDate(lastDays[index] ?? lastDayOf(periodCode)), 1)),
}));

const start = new Date('2020-04-02T01:00:00.000Z');
const moved = (move: ClockMove, from: Date | string) =>
  movedClock(move, new Date(from), [{ issuedOn, periods }])?.toISOString() ?? null;

describe('the demonstration clock', () => {
  test('the demonstration clock moves on by one hour', () => {
    expect(moved('hour', start)).toBe('2020-04-02T02:00:00.000Z');
  });

  test('the demonstration clock moves to one minute before the deadline of the current period', () => {
    expect(moved('before-deadline', start)).toBe('2020-04-03T15:59:00.000Z');
  });

  test('the demonstration clock moves to one second after the deadline of the current period', () => {
    expect(moved('after-deadline', start)).toBe('2020-04-03T16:00:01.000Z');
  });

  test('the demonstration clock moves to nine in the morning of the day on which the next period opens', () => {
    expect(moved('next-period', start)).toBe('2020-06-01T01:00:00.000Z');
  });

  test('for the demonstration clock a period is current from the instant at which it opens', () => {
    expect(moved('before-deadline', '2020-05-31T15:59:59.999Z')).toBeNull();
    expect(moved('before-deadline', '2020-05-31T16:00:00.000Z')).toBe('2020-07-03T15:59:00.000Z');
  });

  test('the moves of the demonstration clock lead through the whole year period by period', () => {
    const stops = [start.toISOString()];
    for (let count = 0; count < 4; count += 1) {
      const before = moved('before-deadline', stops.at(-1) ?? '');
      const after = moved('after-deadline', before ?? '');
      stops.push(moved('next-period', after ?? '') ?? '');
    }
    expect(stops.slice(1)).toEqual([
      '2020-06-01T01:00:00.000Z',
      '2020-09-01T01:00:00.000Z',
      '2020-12-01T01:00:00.000Z',
      '2021-03-01T01:00:00.000Z',
    ]);
  });

  test('the demonstration clock never moves back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...clockMoves),
        fc.date({ min: new Date('2020-01-01'), max: new Date('2023-01-01'), noInvalidDate: true }),
        (move, from) => {
          const to = movedClock(move, from, [{ issuedOn, periods }]);
          if (to) expect(to.getTime()).toBeGreaterThan(from.getTime());
        },
      ),
    );
  });

  test('without periods the demonstration clock still moves by the hour, but not to a next period', () => {
    expect(movedClock('hour', start, [])?.toISOString()).toBe('2020-04-02T02:00:00.000Z');
    expect(movedClock('next-period', start, [])).toBeNull();
  });

  test('the demonstration clock stops at the next date of any plan', () => {
    const march = {
      code: periodCode('2020M03'),
      opensAt: startOfDay(civilDate('2020-03-26')),
      closesAt: startOfDay(civilDate('2020-04-11')),
    };
    const april = { ...march, code: periodCode('2020M04'), opensAt: startOfDay(civilDate('2020-04-20')) };
    const plans = [
      { issuedOn, periods },
      { issuedOn, periods: [march, april] },
    ];
    const stop = (move: ClockMove, from: string) => movedClock(move, new Date(from), plans)?.toISOString();
    expect(stop('before-deadline', '2020-04-02T01:00:00.000Z')).toBe('2020-04-03T15:59:00.000Z');
    expect(stop('before-deadline', '2020-04-04T01:00:00.000Z')).toBe('2020-04-10T15:59:00.000Z');
    expect(stop('after-deadline', '2020-04-04T01:00:00.000Z')).toBe('2020-04-10T16:00:01.000Z');
    expect(stop('next-period', '2020-04-02T01:00:00.000Z')).toBe('2020-04-20T01:00:00.000Z');
    expect(stop('next-period', '2020-04-20T01:00:00.000Z')).toBe('2020-05-01T01:00:00.000Z');
  });
});
