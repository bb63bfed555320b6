import { describe, expect, test } from 'vitest';
import type { Role } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { RefusalCode } from '@/lib/domain/refusal';
import type { CommandName, ReportCommand, ReportState } from '@/lib/domain/report/report';
import { decide } from '@/lib/domain/report/report-lifecycle';
import {
  actorOf,
  blankEntry,
  closesAt,
  completeEntry,
  dueDateAhead,
  goodCommands,
  now,
  reportState,
} from '../support/report-states';

const millisecondsFrom = (instant: Date, milliseconds: number) => new Date(instant.getTime() + milliseconds);

function refusalOf(command: ReportCommand, state: Partial<ReportState>, at = now, role: Role = roleOf[command.name]) {
  const decision = decide(reportState(state), command, actorOf(role), at);
  return decision.ok ? null : decision.refusal;
}

const roleOf = {
  start: 'reporter',
  save: 'reporter',
  'request-sign-off': 'reporter',
  'take-back-sign-off': 'reporter',
  'send-back': 'approver',
  file: 'reporter',
  withdraw: 'reporter',
  'begin-review': 'reviewer',
  accept: 'reviewer',
  return: 'reviewer',
  reopen: 'reviewer',
  remark: 'reviewer',
  'withdraw-remark': 'reviewer',
  'request-extension': 'reporter',
  'decide-extension': 'coordinator',
  'grant-extension': 'coordinator',
  'take-back-extension': 'reporter',
  'open-late-filing': 'coordinator',
  'close-late-filing': 'coordinator',
  'add-evidence': 'reporter',
  'remove-evidence': 'reporter',
  'remind-approver': 'reporter',
  'remind-reporter': 'approver',
  chase: 'reviewer',
  contribute: 'reporter',
  'withdraw-contribution': 'reporter',
  'decide-contribution': 'reporter',
  'propose-publication': 'coordinator',
  publish: 'reviewer',
  'decline-publication': 'reviewer',
  'take-back-publication': 'coordinator',
  'withdraw-publication': 'leader',
  'explain-publication-withdrawal': 'leader',
} as const satisfies Record<CommandName, Role>;

describe('the closing instant', () => {
  const filing = (at: Date) => refusalOf({ name: 'file' }, {}, at);

  test('a report can be filed one millisecond before the closing instant', () => {
    expect(filing(millisecondsFrom(closesAt, -1))).toBeNull();
  });

  test('filing at the closing instant is refused with the last day and the time now', () => {
    expect(filing(closesAt)).toEqual({ code: 'deadline-passed', dueOn: '2020-04-03', closesAt, now: closesAt });
  });

  test('filing one second after the closing instant is refused', () => {
    expect(filing(millisecondsFrom(closesAt, 1_000))?.code).toBe('deadline-passed');
  });

  test('a report cannot be withdrawn at the closing instant, since it could not be filed again', () => {
    expect(refusalOf({ name: 'withdraw' }, { status: 'filed' }, millisecondsFrom(closesAt, -1))).toBeNull();
    expect(refusalOf({ name: 'withdraw' }, { status: 'filed' }, closesAt)?.code).toBe('deadline-passed');
  });

  test('a draft is saved long after the closing instant, so that nothing typed is lost', () => {
    expect(refusalOf(goodCommands.save, {}, new Date('2021-01-01T00:00:00Z'))).toBeNull();
  });

  test('a report can be filed at any time while the deadline is provisional', () => {
    expect(refusalOf({ name: 'file' }, { closesAt: null }, new Date('2031-01-01T00:00:00Z'))).toBeNull();
  });
});

describe('the opening instant of a period', () => {
  const opensAt = new Date('2020-05-31T16:00:00.000Z');
  const start = (at: Date) => refusalOf({ name: 'start' }, { status: 'not_started', opensAt }, at);

  test('a report cannot be started one millisecond before its period opens, and the refusal names the instant', () => {
    expect(start(millisecondsFrom(opensAt, -1))).toEqual({ code: 'period-not-open', opensAt });
  });

  test('a report can be started at the opening instant of its period', () => {
    expect(start(opensAt)).toBeNull();
  });
});

describe('a last day that is set or proposed', () => {
  const propose = (on: string, at: Date) => {
    const dueDate = { on: civilDate(on), closesAt: new Date(`${on}T16:00:00.000Z`), isWorkingDay: true };
    return (
      refusalOf({ ...goodCommands['request-extension'], dueDate }, { dueOn: civilDate('2020-04-01') }, at)?.code ?? null
    );
  };

  test('a last day may be today until today closes', () => {
    expect(propose('2020-04-02', new Date('2020-04-02T15:59:59.999Z'))).toBeNull();
    expect(propose('2020-04-02', new Date('2020-04-02T16:00:00.000Z'))).toBe('due-date-not-ahead');
  });

  test('a last day may not be one whose cutoff has passed', () => {
    const dueDate = { ...dueDateAhead, on: civilDate('2020-04-02'), closesAt: now };
    expect(refusalOf({ ...goodCommands.return, dueDate }, { status: 'filed' })?.code).toBe('due-date-not-ahead');
  });

  test('a return may end on the last day in force or later, but not before it', () => {
    const returnOn = (on: string) => {
      const dueDate = { on: civilDate(on), closesAt: new Date(`${on}T16:00:00.000Z`), isWorkingDay: true };
      const dueOn = civilDate('2020-10-12');
      return refusalOf(
        { ...goodCommands.return, dueDate },
        { status: 'filed', dueOn },
        new Date('2020-09-01T01:00:00Z'),
      );
    };
    expect(returnOn('2020-09-04')).toEqual({
      code: 'return-ends-before-deadline',
      on: '2020-09-04',
      dueOn: '2020-10-12',
    });
    expect(returnOn('2020-10-12')).toBeNull();
    expect(returnOn('2020-10-13')).toBeNull();
  });

  test('a last day is compared with the day in China, not with the day in UTC', () => {
    expect(propose('2020-04-02', new Date('2020-04-02T16:30:00.000Z'))).toBe('due-date-not-ahead');
    expect(propose('2020-04-03', new Date('2020-04-02T16:30:00.000Z'))).toBeNull();
  });
});

describe('the order of several objections', () => {
  const blank = { entries: [{ taskId: 'a', ...blankEntry }] };
  const pastDueDate = { on: civilDate('2020-04-01'), closesAt: new Date('2020-04-01T16:00:00Z'), isWorkingDay: false };
  const cases: [string, ReportCommand, Partial<ReportState>, RefusalCode][] = [
    [
      'filing names a missing sign-off before the deadline and the gaps',
      { name: 'file' },
      { signOffRequired: true, closesAt: now, ...blank },
      'sign-off-required',
    ],
    ['filing names the deadline before the gaps', { name: 'file' }, { closesAt: now, ...blank }, 'deadline-passed'],
    [
      'a request for sign-off names first that the agency uses none',
      { name: 'request-sign-off' },
      { closesAt: now, ...blank },
      'sign-off-not-used',
    ],
    [
      'withdrawing names the review before the deadline',
      { name: 'withdraw' },
      { status: 'filed', reviewBegun: true, closesAt: now },
      'review-begun',
    ],
    [
      'returning names an unknown task before a missing reason',
      { name: 'return', reasons: [{ taskId: 'elsewhere', section: null, text: '' }], dueDate: pastDueDate },
      { status: 'filed' },
      'not-found',
    ],
    [
      'returning names the reason before the last day',
      { name: 'return', reasons: [], dueDate: pastDueDate },
      { status: 'filed' },
      'reason-required',
    ],
    [
      'returning names a past day before a day that is not worked',
      { ...goodCommands.return, dueDate: pastDueDate },
      { status: 'filed' },
      'due-date-not-ahead',
    ],
    [
      'deciding an extension names first that none is pending',
      { name: 'decide-extension', reason: '', dueDate: pastDueDate },
      {},
      'no-extension-pending',
    ],
    [
      'confirming a publication names the own proposal before the day of the secrecy review',
      { name: 'publish', secrecyReviewedOn: civilDate('2020-04-01') },
      { status: 'accepted', proposal: { proposedById: 'account' } },
      'own-proposal',
    ],
    [
      'proposing a publication names missing sections before the missing reason of a correction',
      { ...goodCommands['propose-publication'], sections: [], reason: '' },
      { status: 'accepted' },
      'nothing-chosen',
    ],
  ];

  test.each(cases)('%s', (_title, command, state, code) => {
    expect(refusalOf(command, state)?.code).toBe(code);
  });
});

describe('sign-off inside the agency', () => {
  test('the approver may file a draft without a request for sign-off', () => {
    expect(refusalOf({ name: 'file' }, { signOffRequired: true }, now, 'approver')).toBeNull();
  });

  test('an incomplete report is refused before the approver sees it, with each missing part', () => {
    const entries = [
      { taskId: 'a', ...completeEntry, problems: '' },
      { taskId: 'b', ...completeEntry, light: null },
    ];
    expect(refusalOf({ name: 'request-sign-off' }, { signOffRequired: true, entries })).toEqual({
      code: 'incomplete',
      missing: [
        { taskId: 'a', field: 'problems' },
        { taskId: 'b', field: 'light' },
      ],
    });
  });
});

describe('a report that waits for the approver', () => {
  const moved = (name: 'send-back' | 'take-back-sign-off', statusBeforeSignOff: 'draft' | 'returned') => {
    const state = reportState({ status: 'awaiting_sign_off', statusBeforeSignOff });
    const decision = decide(state, goodCommands[name], actorOf('approver'), now);
    return decision.ok ? decision.value.to : decision.refusal.code;
  };

  test.each(['send-back', 'take-back-sign-off'] as const)('%s leads to where the report came from', (name) => {
    expect([moved(name, 'draft'), moved(name, 'returned')]).toEqual(['draft', 'returned']);
  });
});
