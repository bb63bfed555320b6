import { describe, expect, test } from 'vitest';
import { timeLeftWords, urgencyOf } from '@/components/reports/time-left-words';
import { civilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import { isWorkingDay, workingDaysLeft } from '@/lib/domain/calendar/working-days';
import { countdownTo, type Over, timeLeftAt } from '@/lib/domain/deadline/time-left';
import { importedCalendar } from '../support/deadline-table';
import { t } from '../support/translator';

const calendar = importedCalendar();
const due = { dueOn: civilDate('2020-04-03'), closesAt: new Date('2020-04-03T16:00:00Z'), over: 'closed' as Over };
const leftAt = (instant: string, changes: Partial<typeof due> = {}) => {
  const now = new Date(instant);
  return timeLeftAt(countdownTo({ ...due, ...changes }, calendar, now), now);
};
const wordsAt = (instant: string, changes: Partial<typeof due> = {}) => timeLeftWords(t, leftAt(instant, changes));

describe('the time left', () => {
  test('before the last day the time left is counted in working days, today included', () => {
    expect(leftAt('2020-04-01T16:00:00Z')).toEqual({ kind: 'days', workingDays: 2, countsToday: true });
    expect(wordsAt('2020-04-01T16:00:00Z')).toBe('还剩 2 个工作日（含今天）');
  });

  test('on a day off the time left does not claim to include today', () => {
    const afterQingming = { dueOn: civilDate('2020-04-07'), closesAt: new Date('2020-04-07T16:00:00Z') };
    expect(wordsAt('2020-04-05T01:00:00Z', afterQingming)).toBe('还剩 1 个工作日');
  });

  test('the time left counts a make-up Sunday, also when it is today', () => {
    const inApril = { dueOn: civilDate('2020-04-27'), closesAt: new Date('2020-04-27T16:00:00Z') };
    expect(wordsAt('2020-04-26T01:00:00Z', inApril)).toBe('还剩 2 个工作日（含今天）');
  });

  test.each([
    ['2020-04-02T16:00:00Z', '今天截止，还剩 24 小时'],
    ['2020-04-03T07:02:00Z', '今天截止，还剩 8 小时 58 分钟'],
    ['2020-04-03T15:02:00Z', '今天截止，还剩 58 分钟'],
    ['2020-04-03T15:59:59Z', '今天截止，还剩 1 分钟'],
  ])('on the last day, at %s, the time left is in hours and minutes: %s', (instant, words) => {
    expect(wordsAt(instant)).toBe(words);
  });

  test('from the closing instant on, which is exclusive, no time is left', () => {
    expect(wordsAt('2020-04-03T15:59:59.999Z')).toBe('今天截止，还剩 1 分钟');
    expect(leftAt('2020-04-03T16:00:00Z')).toEqual({ kind: 'closed' });
    expect(wordsAt('2020-04-03T16:00:00Z')).toBe('已截止');
  });

  test('the time left ends at noon if the plan closes at noon', () => {
    const noon = { closesAt: new Date('2020-04-03T04:00:00Z') };
    expect(wordsAt('2020-04-03T03:00:00Z', noon)).toBe('今天截止，还剩 1 小时');
    expect(leftAt('2020-04-03T04:00:00Z', noon)).toEqual({ kind: 'closed' });
  });

  test('after a provisional day the time left is not over, since the form does not close', () => {
    expect(wordsAt('2020-04-09T00:00:00Z', { over: 'provisional-passed' })).toBe('已过暂定日期，仍可报送');
  });

  test('in the last 24 hours before a closing at noon the time left is in hours, and only on the last day ends today', () => {
    const noon = { closesAt: new Date('2020-04-03T04:00:00Z') };
    expect(wordsAt('2020-04-02T03:59:00Z', noon)).toBe('还剩 2 个工作日（含今天）');
    expect(wordsAt('2020-04-02T04:00:00Z', noon)).toBe('还剩 24 小时');
    expect(wordsAt('2020-04-02T15:30:00Z', noon)).toBe('还剩 12 小时 30 分钟');
    expect(wordsAt('2020-04-02T16:00:00Z', noon)).toBe('今天截止，还剩 12 小时');
  });

  test('a countdown stated once says the right number on every later day, across Qingming and a make-up Sunday', () => {
    const dueOn = civilDate('2020-04-28');
    const stated = new Date('2020-03-30T08:00:00Z');
    const countdown = countdownTo(
      { dueOn, closesAt: new Date('2020-04-28T16:00:00Z'), over: 'closed' as Over },
      calendar,
      stated,
    );
    for (let day = 0; day < 29; day += 1) {
      const now = new Date(stated.getTime() + day * 86_400_000);
      const today = civilDateOf(now);
      expect([today, timeLeftAt(countdown, now)]).toEqual([
        today,
        {
          kind: 'days',
          workingDays: workingDaysLeft(calendar, today, dueOn),
          countsToday: isWorkingDay(calendar, today),
        },
      ]);
    }
    expect(timeLeftWords(t, timeLeftAt(countdown, new Date('2020-04-25T08:00:00Z')))).toBe('还剩 3 个工作日');
    expect(timeLeftWords(t, timeLeftAt(countdown, new Date('2020-04-28T08:00:00Z')))).toBe('今天截止，还剩 8 小时');
    expect(timeLeftAt(countdown, new Date('2020-04-28T16:00:00Z'))).toEqual({ kind: 'closed' });
  });

  test('a countdown turns at midnight in the portal’s zone', () => {
    const countdown = countdownTo(due, calendar, new Date('2020-04-01T15:00:00Z'));
    expect(timeLeftWords(t, timeLeftAt(countdown, new Date('2020-04-01T15:59:59Z')))).toBe('还剩 3 个工作日（含今天）');
    expect(timeLeftWords(t, timeLeftAt(countdown, new Date('2020-04-01T16:00:00Z')))).toBe('还剩 2 个工作日（含今天）');
  });

  test('the time left is urgent from the third working day before the end on', () => {
    const instants = ['2020-03-31T01:00:00Z', '2020-04-01T01:00:00Z', '2020-04-03T01:00:00Z', '2020-04-04T01:00:00Z'];
    expect(instants.map((instant) => urgencyOf(leftAt(instant)))).toEqual(['calm', 'soon', 'soon', 'gone']);
    expect(urgencyOf(leftAt('2020-04-09T00:00:00Z', { over: 'provisional-passed' }))).toBe('soon');
  });
});
