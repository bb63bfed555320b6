import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, civilDate, startOfDay } from '@/lib/domain/calendar/civil-date';
import { workingDaysAfter } from '@/lib/domain/calendar/working-days';
import { defaultSchedule, type ScheduleStep, stepAt, stepCause, stepInstants } from '@/lib/domain/chasing/chasing';
import { calendar } from '../support/writing';

const dueOn = civilDate('2020-04-03');
const schedule = stepInstants(defaultSchedule, dueOn, calendar);
const long = new Date('2020-01-01T00:00:00Z');
const facts = { provisional: false, since: long };

const at = (localTime: string) => new Date(`${localTime.replace(' ', 'T')}:00+08:00`);
const nameOf = (step: ScheduleStep | null) => step && `${step.when}-${step.days}`;
const stepNameAt = (localTime: string, changed: Partial<typeof facts> = {}) =>
  nameOf(stepAt(schedule, { ...facts, ...changed }, at(localTime))?.step ?? null);

describe('the chasing schedule of the first quarter of 2020, of which the 4th to the 6th of April were off', () => {
  test('each step of the chasing schedule comes at nine in the morning of a working day', () => {
    const localTimes = schedule.instants.map(({ step, at: instant }) => [nameOf(step), instant.toISOString()]);
    expect(localTimes).toEqual([
      ['before-5', '2020-03-27T01:00:00.000Z'],
      ['before-3', '2020-03-31T01:00:00.000Z'],
      ['before-1', '2020-04-02T01:00:00.000Z'],
      ['after-1', '2020-04-07T01:00:00.000Z'],
      ['after-3', '2020-04-09T01:00:00.000Z'],
    ]);
  });

  test('the chasing schedule addresses the reporter first, then the approver, then the leader', () => {
    expect(defaultSchedule.map(({ to }) => to.at(-1))).toEqual([
      'reporter',
      'reporter',
      'approver',
      'approver',
      'leader',
    ]);
  });

  test('no step is due before the first step, nor five working days after the last', () => {
    expect(stepNameAt('2020-03-27 08:59')).toBeNull();
    expect(stepNameAt('2020-03-27 09:00')).toBe('before-5');
    expect(stepNameAt('2020-04-16 08:59')).toBe('after-3');
    expect(stepNameAt('2020-04-16 09:00')).toBeNull();
  });

  test('after a standstill of the portal only the latest step is made up for, not all of them', () => {
    expect(stepNameAt('2020-04-03 12:00')).toBe('before-1');
    expect(stepNameAt('2020-04-08 12:00')).toBe('after-1');
  });

  test('a step whose time had passed when the last day was set is left out', () => {
    expect(stepNameAt('2020-04-01 12:00', { since: at('2020-04-01 10:00') })).toBeNull();
    expect(stepNameAt('2020-04-02 09:00', { since: at('2020-04-01 10:00') })).toBe('before-1');
  });

  test('while the last day is provisional, nobody is chased after it', () => {
    expect(stepNameAt('2020-04-02 09:00', { provisional: true })).toBe('before-1');
    expect(stepNameAt('2020-04-09 09:00', { provisional: true })).toBeNull();
  });
});

test('a step is as many working days before or after any last day as it says', () => {
  const lastDays = fc.integer({ min: 0, max: 700 }).map((days) => addDays(civilDate('2019-06-01'), days));
  const steps = fc.record({
    when: fc.constantFrom('before' as const, 'after' as const),
    days: fc.integer({ min: 1, max: 30 }),
    to: fc.constant(['reporter' as const]),
  });
  fc.assert(
    fc.property(lastDays, steps, (lastDay, step) => {
      const [only] = stepInstants([step], lastDay, calendar).instants;
      const day = civilDate(new Date((only?.at.getTime() ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10));
      expect(only?.at).toEqual(new Date(startOfDay(day).getTime() + 9 * 3_600_000));
      const distance = workingDaysAfter(calendar, day, lastDay);
      // A last day that is no working day lies between two of them, so the count may differ by one.
      expect([step.days, step.days - 1]).toContain(Math.abs(distance));
    }),
  );
});

test('the cause of a step names report, step and last day, so that a new last day starts a new chasing schedule', () => {
  expect(stepCause('r', { when: 'before', days: 5, to: ['reporter'] }, dueOn)).toBe('chase/r/before-5/2020-04-03');
});
