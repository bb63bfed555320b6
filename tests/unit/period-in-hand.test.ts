import { describe, expect, test } from 'vitest';
import { periodInHand } from '@/lib/domain/plan/period-in-hand';

const period = (code: string, opensOn: string, closesOn: string) => ({
  code,
  opensAt: new Date(`${opensOn}T00:00:00+08:00`),
  closesAt: new Date(`${closesOn}T24:00:00+08:00`),
});

const months = [
  period('2020M03', '2020-03-01', '2020-04-10'),
  period('2020M04', '2020-04-01', '2020-05-11'),
  period('2020M05', '2020-05-01', '2020-06-10'),
];
const quarters = [period('2020Q1', '2020-03-01', '2020-04-03'), period('2020Q2', '2020-06-01', '2020-07-03')];

const at = (periods: typeof months, day: string) => periodInHand(periods, new Date(`${day}T09:00:00+08:00`))?.code;

describe('the period in hand', () => {
  test('is the month that is still due, although the next has begun', () => {
    expect(at(months, '2020-04-02')).toBe('2020M03');
    expect(at(months, '2020-04-10')).toBe('2020M03');
    expect(at(months, '2020-04-11')).toBe('2020M04');
  });

  test('is the last quarter that was due until the next begins', () => {
    expect(at(quarters, '2020-04-02')).toBe('2020Q1');
    expect(at(quarters, '2020-05-20')).toBe('2020Q1');
    expect(at(quarters, '2020-06-01')).toBe('2020Q2');
    expect(at(quarters, '2020-12-01')).toBe('2020Q2');
  });

  test('is none before the first begins', () => {
    expect(at(quarters, '2020-02-29')).toBeUndefined();
  });
});
