import { describe, expect, test } from 'vitest';
import { countdownWords, urgencyOf } from '@/components/filing/desk/time-left-words';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { timeLeftUntil } from '@/lib/domain/deadline/time-left';
import { importedCalendar } from '../support/deadline-table';
import { t } from '../support/translator';

const calendar = importedCalendar();
const due = { dueOn: civilDate('2020-04-03'), closesAt: new Date('2020-04-03T16:00:00Z'), doesClose: true };
const leftAt = (instant: string, changes: Partial<typeof due> = {}) =>
  timeLeftUntil({ ...due, ...changes }, calendar, new Date(instant));
const wordsAt = (instant: string, changes: Partial<typeof due> = {}) => countdownWords(t, leftAt(instant, changes));

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
    expect(wordsAt('2020-04-09T00:00:00Z', { doesClose: false })).toBe('已过暂定日期，仍可报送');
  });

  test('the time left is urgent from the third working day before the end on', () => {
    const instants = ['2020-03-31T01:00:00Z', '2020-04-01T01:00:00Z', '2020-04-03T01:00:00Z', '2020-04-04T01:00:00Z'];
    expect(instants.map((instant) => urgencyOf(leftAt(instant)))).toEqual(['calm', 'soon', 'soon', 'gone']);
    expect(urgencyOf(leftAt('2020-04-09T00:00:00Z', { doesClose: false }))).toBe('soon');
  });
});
