import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CommandName, type ReportState, reportStatuses } from '@/lib/domain/report/report';
import { movingEvents, planActEvents, reportCommands } from '@/lib/domain/report/report-events';
import { availableCommands, decide, lifecycle, transitionFor } from '@/lib/domain/report/report-lifecycle';
import { disorders } from '../support/disorders';
import {
  everyCommand,
  everyRole,
  everyStatus,
  expectedCells,
  expectedEvents,
  refusalOfCell,
} from '../support/expected-lifecycle';
import {
  actorOf,
  blankEntry,
  dueDateAhead,
  goodCommands,
  now,
  otherAgency,
  otherOffice,
  ownAgency,
  ownOffice,
  reportState,
  supportingAgency,
} from '../support/report-states';

const ofPendingExtension: readonly CommandName[] = ['decide-extension', 'take-back-extension'];

const usual = (command: CommandName): Partial<ReportState> => ({
  signOffRequired: command === 'request-sign-off',
  requestedDueOn: ofPendingExtension.includes(command) ? dueDateAhead.on : null,
  proposal: { proposedById: command === 'take-back-publication' ? 'account' : 'another account' },
});

const actors = everyRole.flatMap((role) =>
  [ownAgency, otherAgency, supportingAgency].map((agencyId) => ({
    role,
    ofOwnAgency: agencyId === ownAgency,
    supports: agencyId === supportingAgency,
    agencyId,
  })),
);

const agencyNames = new Map([
  [ownAgency, 'its own'],
  [otherAgency, 'another'],
  [supportingAgency, 'a supporting'],
]);

const cells = everyStatus.flatMap((status) => everyCommand.map((command) => ({ status, command })));

describe('the lifecycle table', () => {
  test('the lifecycle table has no status, command or cell beside those of the design', () => {
    expect([...reportStatuses]).toEqual(everyStatus);
    expect([...reportCommands].sort()).toEqual([...everyCommand].sort());
    const open = (table: Record<string, object>) => Object.values(table).flatMap((row) => Object.keys(row)).length;
    expect(open(lifecycle)).toBe(open(expectedCells));
  });

  test.each(cells)(
    '$status × $command: the decision for every role and every fact is that of the design',
    ({ status, command }) => {
      const found: Record<string, string> = {};
      const wanted: Record<string, string> = {};
      for (const { role, ofOwnAgency, supports, agencyId } of actors) {
        for (const { facts, state, input, refuses, exceptFor } of disorders) {
          const report = reportState({ status, ...usual(command), ...state?.(command) });
          const given = input?.(goodCommands[command]) ?? goodCommands[command];
          const decision = decide(report, given, actorOf(role, agencyId), now);
          const where = `${role} of ${agencyNames.get(agencyId)} agency, ${facts}`;
          found[where] = decision.ok ? `${decision.value.name} → ${decision.value.to}` : decision.refusal.code;

          const byFacts = exceptFor === role && command === 'file' ? undefined : refuses[command];
          const refusal = refusalOfCell(status, command, { role, ofOwnAgency, supports }) ?? byFacts;
          wanted[where] = refusal ?? `${expectedEvents[command]} → ${expectedCells[status][command]?.to}`;
        }
      }
      expect(found).toEqual(wanted);
    },
  );

  test('a decision names the status from which the report comes', () => {
    const decision = decide(reportState(), { name: 'file' }, actorOf('reporter'), now);
    expect(decision).toEqual({ ok: true, value: { name: 'report-filed', from: 'draft', to: 'filed' } });
  });
});

const anyReport = fc.record({
  status: fc.constantFrom(...everyStatus),
  opensAt: fc.constantFrom(new Date(now.getTime() - 1), now, new Date(now.getTime() + 1)),
  closesAt: fc.constantFrom(new Date(now.getTime() - 1), now, new Date(now.getTime() + 1), null),
  signOffRequired: fc.boolean(),
  reviewBegun: fc.boolean(),
  requestedDueOn: fc.constantFrom(null, dueDateAhead.on),
  afterClosing: fc.constantFrom('closed' as const, 'late_filing_open' as const),
  lateFilingOpen: fc.boolean(),
  timeliness: fc.constantFrom(null, 'on_time' as const, 'late' as const),
  published: fc.boolean(),
  proposal: fc.constantFrom(null, { proposedById: 'account' }, { proposedById: 'another account' }),
  withdrawalUnexplained: fc.boolean(),
  contributions: fc
    .boolean()
    .map((isDecided) => [{ id: 'offered', taskId: 'a', agencyId: supportingAgency, isDecided }]),
  lastReminded: fc.record({ approver: fc.constantFrom(null, now), reporter: fc.constantFrom(null, now) }),
});
const anyActor = fc
  .tuple(
    fc.subarray([...everyRole], { minLength: 1 }),
    fc.constantFrom(ownAgency, otherAgency, supportingAgency, null),
    fc.constantFrom('all' as const, [ownOffice], [otherOffice]),
  )
  .map(([held, agencyId, offices]) => ({ accountId: 'account', displayName: '', roles: held, offices, agencyId }));

describe('the buttons of a report', () => {
  test('the offered buttons are exactly the commands that succeed with a faultless input', () => {
    fc.assert(
      fc.property(anyReport, anyActor, (facts, actor) => {
        const report = reportState(facts);
        const carriedOut = everyCommand.filter((name) => decide(report, goodCommands[name], actor, now).ok);
        expect(availableCommands(report, actor, now).toSorted()).toEqual(carriedOut.toSorted());
      }),
    );
  });

  test('the offered buttons do not depend on the text that is still missing', () => {
    fc.assert(
      fc.property(anyReport, anyActor, (facts, actor) => {
        const typed = reportState(facts);
        const untyped = reportState({ ...facts, entries: [{ taskId: 'a', ...blankEntry }] });
        expect(availableCommands(untyped, actor, now)).toEqual(availableCommands(typed, actor, now));
      }),
    );
  });
});

test('a save changes no status, so that lists need not follow it, while every other command counts as a change', () => {
  for (const status of reportStatuses) {
    const save = transitionFor(status, 'save');
    expect(save === undefined || save.to === status).toBe(true);
  }
  expect(movingEvents.has('report-saved')).toBe(false);
  expect(movingEvents.has('report-deadline-moved')).toBe(true);
  expect(movingEvents.has('report-tasks-changed')).toBe(true);
  expect(movingEvents.size).toBe(reportCommands.length + planActEvents.length + 1);
});
