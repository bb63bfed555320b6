import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type AgencyState,
  decideOfficers,
  type OfficersAuthority,
  type OfficersCommand,
} from '@/lib/domain/accounts/officers';
import type { AgencyRole, Role } from '@/lib/domain/authorization';

const both: AgencyRole[] = ['reporter', 'approver'];

/** An agency with the reporter r, the approver a, and an officer who left. */
const agency = (changes: Partial<AgencyState> = {}): AgencyState => ({
  signOffRequired: true,
  isAbolished: false,
  officeIds: ['ours'],
  awaitsSignOff: false,
  officers: [
    { accountId: 'r', roles: ['reporter'] },
    { accountId: 'a', roles: ['approver'] },
    { accountId: 'gone', roles: [] },
  ],
  ...changes,
});

const two = agency({
  officers: [
    { accountId: 'a', roles: both },
    { accountId: 'b', roles: ['approver'] },
  ],
});

const as = (accountId: string, roles: Role[] = [], reason = ''): OfficersAuthority => ({
  actor: { accountId, roles, offices: ['ours'] },
  reason,
});

function outcome(command: OfficersCommand, state = agency(), by: string | OfficersAuthority = 'a') {
  const decision = decideOfficers(state, command, typeof by === 'string' ? as(by) : by);
  if (!decision.ok) return decision.refusal.code;
  return decision.value.map(({ accountId, after }) => `${accountId}: ${after.join(' ') || 'closed'}`);
}

describe('changes that the approver of an agency may make', () => {
  test('the approver transfers a role between officers, and an officer without a role left is closed', () => {
    expect(outcome({ name: 'hand-over', role: 'reporter', from: 'r', to: 'a' })).toEqual([
      'r: closed',
      'a: approver reporter',
    ]);
  });

  test('the approver transfers a role to a new officer', () => {
    expect(outcome({ name: 'hand-over', role: 'reporter', from: 'r', to: null })).toEqual(['r: closed']);
  });

  test('an approver who transfers the own role to another account makes that account the approver', () => {
    expect(outcome({ name: 'hand-over', role: 'approver', from: 'a', to: 'r' })).toEqual([
      'r: reporter approver',
      'a: closed',
    ]);
  });

  test('the approver gives an officer a role in addition, and takes one away', () => {
    expect(outcome({ name: 'give', role: 'approver', to: 'r' })).toEqual(['r: reporter approver']);
    expect(outcome({ name: 'take', role: 'reporter', from: 'r' })).toEqual(['r: closed']);
    expect(outcome({ name: 'take', role: 'approver', from: 'b' }, two)).toEqual(['b: closed']);
  });

  test('giving a role to a new officer changes no other account', () => {
    expect(outcome({ name: 'give', role: 'reporter', to: null })).toEqual([]);
  });

  test('the approver switches sign-off on and off', () => {
    expect(outcome({ name: 'switch-sign-off', required: false })).toEqual([]);
    expect(outcome({ name: 'switch-sign-off', required: true }, agency({ signOffRequired: false }))).toEqual([]);
  });
});

const commands: OfficersCommand[] = [
  { name: 'hand-over', role: 'reporter', from: 'r', to: 'a' },
  { name: 'give', role: 'approver', to: 'r' },
  { name: 'take', role: 'reporter', from: 'r' },
  { name: 'switch-sign-off', required: false },
];

describe('refused changes of officers', () => {
  test.each(commands)('$name is forbidden to a reporter, to an officer who left, and to a stranger', (command) => {
    expect(['r', 'gone', 'stranger'].map((actorId) => outcome(command, agency(), actorId))).toEqual(
      Array(3).fill('forbidden'),
    );
  });

  test('nobody gets a role in an agency that is no more, and a role is still taken from somebody', () => {
    const gone = agency({ isAbolished: true, signOffRequired: false });
    const given = decideOfficers(gone, { name: 'give', role: 'reporter', to: null }, as('a'));
    expect(given).toEqual({ ok: false, refusal: { code: 'not-found' } });
    expect(decideOfficers(gone, { name: 'take', role: 'reporter', from: 'r' }, as('a')).ok).toBe(true);
  });

  test('a change is refused for an account that is not of the agency', () => {
    expect(outcome({ name: 'hand-over', role: 'reporter', from: 'stranger', to: 'a' })).toBe('not-found');
    expect(outcome({ name: 'hand-over', role: 'reporter', from: 'r', to: 'stranger' })).toBe('not-found');
    expect(outcome({ name: 'give', role: 'reporter', to: 'stranger' })).toBe('not-found');
    expect(outcome({ name: 'take', role: 'reporter', from: 'stranger' })).toBe('not-found');
  });

  test('a change is refused if the roles are no longer as the screen showed them', () => {
    expect(outcome({ name: 'hand-over', role: 'approver', from: 'r', to: 'a' })).toBe('officers-changed');
    expect(outcome({ name: 'hand-over', role: 'reporter', from: 'r', to: 'r' })).toBe('officers-changed');
    expect(outcome({ name: 'give', role: 'approver', to: 'a' })).toBe('officers-changed');
    expect(outcome({ name: 'give', role: 'approver', to: 'gone' })).toBe('officers-changed');
    expect(outcome({ name: 'take', role: 'reporter', from: 'gone' })).toBe('officers-changed');
    expect(outcome({ name: 'switch-sign-off', required: true })).toBe('officers-changed');
  });

  test('an agency that requires sign-off cannot lose its last approver', () => {
    expect(outcome({ name: 'take', role: 'approver', from: 'a' })).toBe('last-approver');
    expect(outcome({ name: 'take', role: 'approver', from: 'a' }, agency({ signOffRequired: false }))).toEqual([
      'a: closed',
    ]);
  });

  test('an agency cannot lose its last officer who can file', () => {
    const alone = agency({ signOffRequired: false, officers: [{ accountId: 'a', roles: ['approver'] }] });
    expect(outcome({ name: 'take', role: 'approver', from: 'a' }, alone)).toBe('last-officer');
  });

  test('the only approver cannot transfer the own role to a new officer, whose one-time password might be lost', () => {
    expect(outcome({ name: 'hand-over', role: 'approver', from: 'a', to: null })).toBe('own-role-to-new-officer');
    expect(outcome({ name: 'hand-over', role: 'approver', from: 'b', to: null }, two)).toEqual(['b: closed']);
    expect(outcome({ name: 'hand-over', role: 'reporter', from: 'a', to: null }, two)).toEqual(['a: approver']);
  });

  test.each([true, false])('sign-off cannot be set to %s while a report waits for it', (required) => {
    const state = agency({ awaitsSignOff: true, signOffRequired: !required });
    expect(outcome({ name: 'switch-sign-off', required }, state)).toBe('sign-off-under-way');
  });
});

const anyRoles = fc.constantFrom<AgencyRole[]>([], ['reporter'], ['approver'], both);
const anyId = fc.constantFrom('a', 'b', 'c', 'stranger');
const anyRole = fc.constantFrom<AgencyRole>('reporter', 'approver');
const anyCommand: fc.Arbitrary<OfficersCommand> = fc.oneof(
  fc.record({ name: fc.constant('hand-over' as const), role: anyRole, from: anyId, to: fc.option(anyId) }),
  fc.record({ name: fc.constant('give' as const), role: anyRole, to: fc.option(anyId) }),
  fc.record({ name: fc.constant('take' as const), role: anyRole, from: anyId }),
);

test('whatever is decided, an agency keeps an officer and the approver it requires, and no closed account gets a role', () => {
  const anyAgency = fc.record({
    signOffRequired: fc.boolean(),
    awaitsSignOff: fc.boolean(),
    isAbolished: fc.constant(false),
    officeIds: fc.constant(['ours']),
    officers: fc
      .tuple(anyRoles, anyRoles, anyRoles)
      .map((held) => held.map((roles, index) => ({ accountId: 'abc'[index] as string, roles }))),
  });
  fc.assert(
    fc.property(anyAgency, anyCommand, anyId, (state, command, actorId) => {
      const decision = decideOfficers(state, command, as(actorId));
      if (!decision.ok) return;
      const given = command.name !== 'switch-sign-off' && 'to' in command && command.to === null ? [command.role] : [];
      const held = [
        ...given,
        ...state.officers.flatMap(
          ({ accountId, roles }) => decision.value.find((change) => change.accountId === accountId)?.after ?? roles,
        ),
      ];
      expect(held.length).toBeGreaterThan(0);
      if (state.signOffRequired) expect(held).toContain('approver');
      for (const { before, after } of decision.value) {
        expect(before.length).toBeGreaterThan(0);
        expect(new Set(after).size).toBe(after.length);
      }
    }),
  );
});

describe('the coordinator, who acts for an agency', () => {
  const coordinator = (reason: string) => as('coordinator', ['coordinator'], reason);

  test.each(commands)('$name needs a reason', (command) => {
    expect(outcome(command, agency(), coordinator(' '))).toBe('reason-required');
    expect(outcome(command, agency(), coordinator('单位来函'))).toEqual(outcome(command));
  });

  test('the coordinator hands the role of an approver to a new person, which the approver cannot do with the own role', () => {
    const command: OfficersCommand = { name: 'hand-over', role: 'approver', from: 'a', to: null };
    expect(outcome(command)).toBe('own-role-to-new-officer');
    expect(outcome(command, agency(), coordinator('单位来函'))).toEqual(['a: closed']);
  });

  test.each(['reviewer', 'leader', 'system_administrator'] as const)('a %s acts for no agency', (role) => {
    const command: OfficersCommand = { name: 'give', role: 'approver', to: 'r' };
    expect(outcome(command, agency(), as('other', [role], '理由'))).toBe('forbidden');
  });
});
