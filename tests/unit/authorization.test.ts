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

/** What each role reads, by hand: its own agency's reports, everything, or nothing. */
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

test('there are eight roles', () => {
  expect([...roles]).toEqual(everyRole);
});

describe('who reads which reports', () => {
  test.each(Object.entries(reads))('%s reads %s', (role, extent) => {
    const scope = scopeOf(actorOf(role as Role));
    expect(covers(scope, ownAgency)).toBe(extent !== 'nothing');
    expect(covers(scope, otherAgency)).toBe(extent === 'all');
  });

  test('a reporter without an agency reads nothing', () => {
    expect(scopeOf(holding(['reporter']))).toBeNull();
  });

  test.each(['system_administrator', 'security_administrator', 'auditor'] as const)(
    '%s reads nothing even where another role stands beside it',
    (role) => {
      expect(scopeOf(holding([role, 'coordinator']))).toBeNull();
      expect(scopeOf(holding([role, 'reporter'], ownAgency))).toBeNull();
    },
  );

  test('nobody without a role reads anything', () => {
    expect(scopeOf(holding([], ownAgency))).toBeNull();
  });

  test('no scope covers no agency', () => {
    expect(covers(null, ownAgency)).toBe(false);
  });
});

describe('which roles one account may hold', () => {
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

  test.each(pairs)('%s with %s', (first, second) => {
    const isAllowed = first === second || (kinds[first] !== 'alone' && kinds[first] === kinds[second]);
    expect(areRolesCompatible([first, second])).toBe(isAllowed);
  });

  test('never none', () => {
    expect(areRolesCompatible([])).toBe(false);
  });

  test('an agency goes with the roles of an agency alone', () => {
    expect(everyRole.filter((role) => needsAgency([role]))).toEqual(['reporter', 'approver']);
  });
});

describe('where an account starts', () => {
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

  test.each(Object.entries(desks))('%s starts at the desk %s', (role, desk) => {
    expect(homeDeskOf(actorOf(role as Role))).toBe(desk);
  });
});
