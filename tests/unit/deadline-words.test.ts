import { describe, expect, test } from 'vitest';
import { fieldError } from '@/components/forms/field-error';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { closingInstant, cutoffOf, noticeDeadlineRule } from '@/lib/domain/deadline/deadline';
import { defaultReturnDays } from '@/lib/domain/deadline/due-date';
import { reminderPause } from '@/lib/domain/report/reminders';
import { chineseNumber } from '@/lib/text/chinese-number';
import { deadlineWords } from '@/lib/text/deadline-words';
import { refusalSentence } from '@/lib/text/refusal-sentence';
import { ruleWords } from '@/lib/text/rule-words';
import { catalogue as messages } from '@/lib/text/zh-CN/catalogue';
import { t } from '../support/translator';

const dueOn = civilDate('2020-04-03');
const now = new Date('2020-04-03T12:00:00Z');

describe('the deadline in words', () => {
  test.each(['24:00', '17:00', '00:00', '09:30'])('ends at the cutoff of the plan: %s', (cutoff) => {
    const rule = { ...noticeDeadlineRule, cutoff };
    const closesAt = closingInstant(dueOn, rule);
    expect(cutoffOf(dueOn, closesAt)).toBe(cutoff);
    expect(deadlineWords(dueOn, rule)).toBe(`2020年4月3日（周五）${cutoff}`);
    expect(deadlineWords(dueOn, { closesAt })).toBe(`2020年4月3日（周五）${cutoff}`);
    expect(ruleWords(t, rule, 'quarterly')).toContain(cutoff);
  });

  test('after 17:00 says in the refusal that the form closed at 17:00', () => {
    const closesAt = closingInstant(dueOn, { ...noticeDeadlineRule, cutoff: '17:00' });
    const sentence = refusalSentence(t, { code: 'deadline-passed', dueOn, closesAt, now });
    expect(sentence).toContain('截止时间为2020年4月3日（周五）17:00，');
    expect(sentence).not.toContain('24:00');
  });
});

describe('a number that the law sets is not written into the catalogue', () => {
  test('the pause between two reminders', () => {
    expect(reminderPause).toBe(4 * 60 * 60_000);
    expect(refusalSentence(t, { code: 'reminded-lately', from: now })).toMatch(/^四小时内已经提醒过/);
  });

  test('the days for mending a returned report', () => {
    expect(chineseNumber(defaultReturnDays)).toBe('三');
    expect(messages.review.decision.returnDueOnHint).toContain('{days}个工作日');
  });

  test('the classes of characters in a password', () => {
    expect(refusalSentence(t, { code: 'password-too-weak', length: 8 })).toContain('符号中的三类');
  });

  test.each([
    ['not-a-step-day', '请填写1至30的整数。'],
    ['not-a-user-name', '3至50位，限用字母、数字、点、下划线和短横线。'],
  ])('the bounds of a field: %s', (code, sentence) => {
    const state = { status: 'invalid' as const, errors: { field: [code] }, values: {} };
    expect(fieldError(t, state, 'field')).toBe(sentence);
  });

  test('no text names an hour, a number of hours or of working days by itself', () => {
    const bare = JSON.stringify(messages).match(/24:00|[0-9二三四五六七八九十两]+ ?个?(小时|工作日)(?!报)/g);
    expect(bare).toBeNull();
  });
});
