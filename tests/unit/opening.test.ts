import { describe, expect, test } from 'vitest';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { periodCode } from '@/lib/domain/calendar/period';
import { opensOn } from '@/lib/domain/deadline/opening';
import { quartersOf } from '../support/quarters';

const issuedOn = civilDate('2020-03-26');

describe('the opening of a reporting period', () => {
  test('a reporting period opens on the first day of the last month of its period', () => {
    expect(quartersOf(2021).map((each) => opensOn(each, issuedOn))).toEqual([
      '2021-03-01',
      '2021-06-01',
      '2021-09-01',
      '2021-12-01',
    ]);
  });

  test('a reporting period never opens before its plan was issued', () => {
    expect(opensOn(periodCode('2020Q1'), issuedOn)).toBe('2020-03-26');
    expect(opensOn(periodCode('2019Q4'), issuedOn)).toBe('2020-03-26');
  });

  test('a reporting period opens on the day of issue if that is the first day of the last month', () => {
    expect(opensOn(periodCode('2020Q2'), civilDate('2020-06-01'))).toBe('2020-06-01');
  });
});
