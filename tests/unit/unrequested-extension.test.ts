import { describe, expect, test } from 'vitest';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { isUnrequested } from '@/lib/domain/deadline/unrequested-extension';
import type { RefusalCode } from '@/lib/domain/refusal';
import type { ReportCommand, ReportState } from '@/lib/domain/report/report';
import { decide } from '@/lib/domain/report/report-lifecycle';
import { actorOf, dueDateAhead, goodCommands, now, reportState } from '../support/report-states';

const goneBy = { on: civilDate('2020-04-01'), closesAt: new Date('2020-04-01T16:00:00Z'), isWorkingDay: false };

describe('an unrequested extension', () => {
  const grant = goodCommands['grant-extension'];
  const cases: [string, ReportCommand, Partial<ReportState>, RefusalCode | null][] = [
    [
      'is refused first because of a pending request',
      { ...grant, reason: '' },
      { requestedDueOn: dueDateAhead.on },
      'extension-pending',
    ],
    ['is refused for its reason before its day', { ...grant, reason: '', dueDate: goneBy }, {}, 'reason-required'],
    [
      'is refused for a past day before one that is not later',
      { ...grant, dueDate: goneBy },
      { dueOn: dueDateAhead.on },
      'due-date-not-ahead',
    ],
    ['is refused for the last day in force', grant, { dueOn: dueDateAhead.on }, 'due-date-not-later'],
    ['may be granted for the day after it', grant, { dueOn: civilDate('2020-04-07') }, null],
    ['may be granted long after the deadline', grant, { closesAt: now, dueOn: civilDate('2020-01-06') }, null],
    ['may be granted under a provisional deadline', grant, { closesAt: null }, null],
  ];

  test.each(cases)('an unrequested extension %s', (_title, command, state, code) => {
    const decision = decide(reportState(state), command, actorOf('coordinator'), now);
    expect(decision.ok ? null : decision.refusal.code).toBe(code);
  });

  test('an extension is unrequested if one account both put it forward and decided it', () => {
    expect(isUnrequested({ requestedById: 'a', decidedById: 'a' })).toBe(true);
    expect(isUnrequested({ requestedById: 'a', decidedById: 'b' })).toBe(false);
    expect(isUnrequested({ requestedById: 'a', decidedById: null })).toBe(false);
  });
});
