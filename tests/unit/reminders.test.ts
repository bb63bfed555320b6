import { describe, expect, test } from 'vitest';
import type { Role } from '@/lib/domain/authorization';
import { remindableFrom, remindedBy, reminderEvents } from '@/lib/domain/report/reminders';
import { decide } from '@/lib/domain/report/report-lifecycle';
import { actorOf, now, reportState } from '../support/report-states';

const hour = 60 * 60_000;
const ago = (milliseconds: number) => new Date(now.getTime() - milliseconds);

describe('a reminder', () => {
  const remind = (target: 'approver' | 'reporter', role: Role, last: Date | null) => {
    const status = target === 'approver' ? 'awaiting_sign_off' : 'draft';
    const lastReminded = { approver: null, reporter: null, [target]: last };
    const decision = decide(reportState({ status, lastReminded }), { name: `remind-${target}` }, actorOf(role), now);
    return decision.ok ? decision.value.name : decision.refusal;
  };

  test.each([
    ['approver', 'reporter'],
    ['reporter', 'approver'],
  ] as const)(
    'a reminder to the %s can be sent once in four hours, and a refusal names the instant of the next',
    (target, role) => {
      expect(remind(target, role, null)).toBe(`${target}-reminded`);
      expect(remind(target, role, ago(4 * hour))).toBe(`${target}-reminded`);
      expect(remind(target, role, ago(4 * hour - 1))).toEqual({
        code: 'reminded-lately',
        from: new Date(now.getTime() + 1),
      });
    },
  );

  test('a reminder in one direction does not block one in the other', () => {
    const report = reportState({ lastReminded: { approver: now, reporter: null } });
    expect(decide(report, { name: 'remind-reporter' }, actorOf('approver'), now).ok).toBe(true);
  });

  test('a reminder can be sent again four hours after the last', () => {
    expect(remindableFrom(now)).toEqual(new Date(now.getTime() + 4 * hour));
    expect(remindableFrom(null)).toBeNull();
  });

  test('a reminder is shown until the report is sent to sign-off, taken back, sent back or filed', () => {
    expect(Object.fromEntries(reminderEvents.map((name) => [name, remindedBy(name)]))).toEqual({
      'approver-reminded': 'approver',
      'reporter-reminded': 'reporter',
      'sign-off-requested': null,
      'sign-off-taken-back': null,
      'report-sent-back': null,
      'report-filed': null,
    });
  });
});
