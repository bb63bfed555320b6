import { describe, expect, test } from 'vitest';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { quarter, quartersOfYear } from '@/lib/domain/calendar/quarter';
import { opensOn } from '@/lib/domain/deadline/opening';

const issuedOn = civilDate('2020-03-26');

describe('a reporting period opens', () => {
  test("on the first day of its quarter's last month", () => {
    expect(quartersOfYear(2021).map((each) => opensOn(each, issuedOn))).toEqual([
      '2021-03-01',
      '2021-06-01',
      '2021-09-01',
      '2021-12-01',
    ]);
  });

  test('never before the plan was issued', () => {
    expect(opensOn(quarter('2020Q1'), issuedOn)).toBe('2020-03-26');
    expect(opensOn(quarter('2019Q4'), issuedOn)).toBe('2020-03-26');
  });

  test('on the day of issue where both are the same day', () => {
    expect(opensOn(quarter('2020Q2'), civilDate('2020-06-01'))).toBe('2020-06-01');
  });
});
