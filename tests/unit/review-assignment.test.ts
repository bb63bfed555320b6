import { describe, expect, test } from 'vitest';
import { roles } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { type Leave, mayAssign, mayEnterLeaveOf, readerOn, refuseLeave } from '@/lib/domain/review/review-assignment';
import { actorOf } from '../support/report-states';

const leave = (fromOn: string, untilOn: string, changes: Partial<Leave> = {}): Leave => ({
  reviewerId: 'zhang',
  standInId: 'li',
  fromOn: civilDate(fromOn),
  untilOn: civilDate(untilOn),
  ...changes,
});

describe('the reviewer of a day', () => {
  const leaves = [
    leave('2020-04-02', '2020-04-03'),
    leave('2020-04-01', '2020-04-30', { reviewerId: 'li', standInId: 'wang' }),
  ];

  test.each([
    ['2020-04-01', 'zhang'],
    ['2020-04-02', 'li'],
    ['2020-04-03', 'li'],
    ['2020-04-04', 'zhang'],
  ])('on %s the reviewer is %s, since a leave includes its first and last day', (day, reader) => {
    expect(readerOn('zhang', leaves, civilDate(day))).toBe(reader);
  });
});

describe('a leave', () => {
  const today = civilDate('2020-04-02');
  const others = [leave('2020-04-08', '2020-04-10')];

  test.each([
    ['begins and ends today', leave('2020-04-02', '2020-04-02'), null],
    ['needs another as stand-in', leave('2020-04-02', '2020-04-03', { standInId: 'zhang' }), 'stands-in-for-himself'],
    ['cannot end before it begins', leave('2020-04-05', '2020-04-04'), 'leave-ends-before-it-begins'],
    ['cannot be over already', leave('2020-04-01', '2020-04-01'), 'due-date-not-ahead'],
    ['cannot meet another on its last day', leave('2020-04-03', '2020-04-08'), 'leave-meets-another'],
    ['cannot meet another on its first day', leave('2020-04-10', '2020-04-12'), 'leave-meets-another'],
    ['may end on the day before another', leave('2020-04-03', '2020-04-07'), null],
    ['may overlap that of another reviewer', leave('2020-04-08', '2020-04-10', { reviewerId: 'wang' }), null],
  ])('the leave %s', (_what, given, code) => {
    expect(refuseLeave(given, others, today)?.code ?? null).toBe(code);
  });
});

test('a coordinator assigns and enters any leave, a reviewer only the own leave, and nobody else any', () => {
  expect(roles.filter((role) => mayAssign(actorOf(role)))).toEqual(['coordinator']);
  expect(roles.filter((role) => mayEnterLeaveOf(actorOf(role), 'somebody'))).toEqual(['coordinator']);
  expect(roles.filter((role) => mayEnterLeaveOf(actorOf(role), actorOf(role).accountId))).toEqual([
    'reviewer',
    'coordinator',
  ]);
});
