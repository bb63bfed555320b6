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
  'add-evidence': 'reporter',
  'remove-evidence': 'reporter',
  'remind-approver': 'reporter',
  'remind-reporter': 'approver',
  chase: 'reviewer',
  contribute: 'reporter',
  'withdraw-contribution': 'reporter',
  'decide-contribution': 'reporter',
  publish: 'coordinator',
  'withdraw-publication': 'coordinator',
} as const satisfies Record<CommandName, Role>;

describe('the closing instant is exclusive', () => {
  const filing = (at: Date) => refusalOf({ name: 'file' }, {}, at);

  test('files one millisecond before it', () => {
    expect(filing(millisecondsFrom(closesAt, -1))).toBeNull();
  });

  test('refuses to file at it, naming the last day and the time now', () => {
    expect(filing(closesAt)).toEqual({ code: 'deadline-passed', dueOn: '2020-04-03', now: closesAt });
  });

  test('refuses to file one second after it', () => {
    expect(filing(millisecondsFrom(closesAt, 1_000))?.code).toBe('deadline-passed');
  });

  test('refuses to take a report back at it, since it could not be filed again', () => {
    expect(refusalOf({ name: 'withdraw' }, { status: 'filed' }, millisecondsFrom(closesAt, -1))).toBeNull();
    expect(refusalOf({ name: 'withdraw' }, { status: 'filed' }, closesAt)?.code).toBe('deadline-passed');
  });

  test('saves a draft long after it, so that nothing typed is lost', () => {
    expect(refusalOf(goodCommands.save, {}, new Date('2021-01-01T00:00:00Z'))).toBeNull();
  });

  test('never comes while the deadline is provisional', () => {
    expect(refusalOf({ name: 'file' }, { closesAt: null }, new Date('2031-01-01T00:00:00Z'))).toBeNull();
  });
});

describe('a period opens at its opening instant', () => {
  const opensAt = new Date('2020-05-31T16:00:00.000Z');
  const start = (at: Date) => refusalOf({ name: 'start' }, { status: 'not_started', opensAt }, at);

  test('refuses to start a millisecond before, naming the instant', () => {
    expect(start(millisecondsFrom(opensAt, -1))).toEqual({ code: 'period-not-open', opensAt });
  });

  test('starts at the instant itself', () => {
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

  test('may be today until the day closes', () => {
    expect(propose('2020-04-02', new Date('2020-04-02T15:59:59.999Z'))).toBeNull();
    expect(propose('2020-04-02', new Date('2020-04-02T16:00:00.000Z'))).toBe('due-date-not-ahead');
  });

  test('may not be a day whose cutoff has passed already', () => {
    const dueDate = { ...dueDateAhead, on: civilDate('2020-04-02'), closesAt: now };
    expect(refusalOf({ ...goodCommands.return, dueDate }, { status: 'filed' })?.code).toBe('due-date-not-ahead');
  });

  test('is judged by the day in China, not by the day in UTC', () => {
    expect(propose('2020-04-02', new Date('2020-04-02T16:30:00.000Z'))).toBe('due-date-not-ahead');
    expect(propose('2020-04-03', new Date('2020-04-02T16:30:00.000Z'))).toBeNull();
  });
});

describe('of several objections the first of the table is named', () => {
  const blank = { entries: [{ taskId: 'a', ...blankEntry }] };
  const pastDueDate = { on: civilDate('2020-04-01'), closesAt: new Date('2020-04-01T16:00:00Z'), isWorkingDay: false };
  const cases: [string, ReportCommand, Partial<ReportState>, RefusalCode][] = [
    [
      'filing: the sign-off before the deadline and the gaps',
      { name: 'file' },
      { signOffRequired: true, closesAt: now, ...blank },
      'sign-off-required',
    ],
    ['filing: the deadline before the gaps', { name: 'file' }, { closesAt: now, ...blank }, 'deadline-passed'],
    [
      'asking for sign-off: that none is used before all else',
      { name: 'request-sign-off' },
      { closesAt: now, ...blank },
      'sign-off-not-used',
    ],
    [
      'withdrawing: the review before the deadline',
      { name: 'withdraw' },
      { status: 'filed', reviewBegun: true, closesAt: now },
      'review-begun',
    ],
    [
      'returning: an unknown task before the missing reason',
      { name: 'return', reasons: [{ taskId: 'elsewhere', section: null, text: '' }], dueDate: pastDueDate },
      { status: 'filed' },
      'not-found',
    ],
    [
      'returning: the reason before the last day',
      { name: 'return', reasons: [], dueDate: pastDueDate },
      { status: 'filed' },
      'reason-required',
    ],
    [
      'returning: a day gone by before a day not worked',
      { ...goodCommands.return, dueDate: pastDueDate },
      { status: 'filed' },
      'due-date-not-ahead',
    ],
    [
      'deciding an extension: that none is pending before all else',
      { name: 'decide-extension', reason: '', dueDate: pastDueDate },
      {},
      'no-extension-pending',
    ],
    [
      'publishing: the sections before the secrecy review',
      { ...goodCommands.publish, sections: [], secrecyReviewer: '' },
      { status: 'accepted' },
      'nothing-chosen',
    ],
  ];

  test.each(cases)('%s', (_title, command, state, code) => {
    expect(refusalOf(command, state)?.code).toBe(code);
  });
});

describe('sign-off inside the agency', () => {
  test('lets the approver file a draft without being asked', () => {
    expect(refusalOf({ name: 'file' }, { signOffRequired: true }, now, 'approver')).toBeNull();
  });

  test('refuses an incomplete report before the approver sees it, part by part', () => {
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
