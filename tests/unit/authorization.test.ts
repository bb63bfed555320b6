import { describe, expect, test } from 'vitest';
import {
  type Actor,
  areRolesCompatible,
  covers,
  homeDeskOf,
  needsAgency,
  type Role,
  roles,
  scopeOf,
} from '@/lib/domain/authorization';
import { everyRole } from '../support/expected-lifecycle';
import { actorOf, otherAgency, ownAgency } from '../support/report-states';

const holding = (held: Role[], agencyId: string | null = null): Actor => ({
  accountId: 'account',
  displayName: '',
  roles: held,
  agencyId,
});

/** The expected scope of each role, written by hand: its own agency's reports, all of them, or nothing. */
const reads = {
  reporter: 'own',
  approver: 'own',
  reviewer: 'all',
  coordinator: 'all',
  leader: 'all',
  system_administrator: 'nothing',
  security_administrator: 'nothing',
  auditor: 'nothing',
} as const satisfies Record<Role, string>;

test('the portal has exactly eight roles', () => {
  expect([...roles]).toEqual(everyRole);
});

describe('the reports that a role may read', () => {
  test.each(Object.entries(reads))('the role %s reads these reports: %s', (role, extent) => {
    const scope = scopeOf(actorOf(role as Role));
    expect(covers(scope, ownAgency)).toBe(extent !== 'nothing');
    expect(covers(scope, otherAgency)).toBe(extent === 'all');
  });

  test('a reporter without an agency reads no report', () => {
    expect(scopeOf(holding(['reporter']))).toBeNull();
  });

  test.each(['system_administrator', 'security_administrator', 'auditor'] as const)(
    'the role %s reads no report even if the account holds another role too',
    (role) => {
      expect(scopeOf(holding([role, 'coordinator']))).toBeNull();
      expect(scopeOf(holding([role, 'reporter'], ownAgency))).toBeNull();
    },
  );

  test('an account without a role reads no report, even in an agency', () => {
    expect(scopeOf(holding([], ownAgency))).toBeNull();
  });

  test('an account without a scope may read the reports of no agency', () => {
    expect(covers(null, ownAgency)).toBe(false);
  });
});

describe('the roles that one account may hold together', () => {
  const kinds: Record<Role, string> = {
    reporter: 'agency',
    approver: 'agency',
    reviewer: 'division',
    coordinator: 'division',
    leader: 'division',
    system_administrator: 'alone',
    security_administrator: 'alone',
    auditor: 'alone',
  };
  const pairs = everyRole.flatMap((first) => everyRole.map((second) => [first, second] as const));

  test.each(pairs)('%s goes with %s only within an agency, or within the division', (first, second) => {
    const isAllowed = first === second || (kinds[first] !== 'alone' && kinds[first] === kinds[second]);
    expect(areRolesCompatible([first, second])).toBe(isAllowed);
  });

  test('an account must hold at least one role', () => {
    expect(areRolesCompatible([])).toBe(false);
  });

  test('only reporters and approvers need an agency', () => {
    expect(everyRole.filter((role) => needsAgency([role]))).toEqual(['reporter', 'approver']);
  });
});

describe('the first page of an account after sign-in', () => {
  const desks: Record<Role, string> = {
    reporter: 'filing',
    approver: 'filing',
    reviewer: 'review',
    coordinator: 'review',
    leader: 'review',
    system_administrator: 'admin',
    security_administrator: 'admin',
    auditor: 'admin',
  };

  test.each(Object.entries(desks))('the role %s starts at the desk %s', (role, desk) => {
    expect(homeDeskOf(actorOf(role as Role))).toBe(desk);
  });
});
