import { describe, expect, test } from 'vitest';
import {
  type Actor,
  areRolesCompatible,
  covers,
  coversFiled,
  coversOffice,
  holdsFor,
  homeDeskOf,
  needsAgency,
  type Role,
  roles,
  scopeOf,
} from '@/lib/domain/authorization';
import { decide } from '@/lib/domain/report/report-lifecycle';
import { everyRole } from '../support/expected-lifecycle';
import { actorOf, now, otherAgency, otherOffice, ownAgency, ownOffice, reportState } from '../support/report-states';

const holding = (held: Role[], agencyId: string | null = null): Actor => ({
  accountId: 'account',
  displayName: '',
  roles: held,
  offices: 'all',
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
    expect(covers(scope, { agencyId: ownAgency, officeId: ownOffice })).toBe(extent !== 'nothing');
    expect(covers(scope, { agencyId: otherAgency, officeId: ownOffice })).toBe(extent === 'all');
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
    expect(covers(null, { agencyId: ownAgency, officeId: ownOffice })).toBe(false);
  });
});

describe('the offices for which an account holds its roles', () => {
  const of = (offices: Actor['offices']): Actor => ({ ...holding(['coordinator']), offices });
  const report = { agencyId: ownAgency, officeId: ownOffice };

  test.each([
    ['all offices', 'all', true],
    ['its office', [ownOffice], true],
    ['its office and another', [otherOffice, ownOffice], true],
    ['another office', [otherOffice], false],
    ['no office', [], false],
  ] as const)('a coordinator of %s: %j', (_name, offices, isHeld) => {
    const actor = of(offices);
    expect(holdsFor(actor, ['coordinator'], ownOffice)).toBe(isHeld);
    expect(holdsFor(actor, ['reviewer', 'leader'], ownOffice)).toBe(false);
    expect(covers(scopeOf(actor), report)).toBe(isHeld);
    expect(coversOffice(scopeOf(actor), ownOffice)).toBe(isHeld);
    expect(decide(reportState({ status: 'filed' }), { name: 'accept' }, actor, now)).toEqual(
      isHeld
        ? { ok: true, value: { name: 'report-accepted', from: 'filed', to: 'accepted' } }
        : { ok: false, refusal: { code: 'not-found' } },
    );
  });

  test('an agency reads what those below it filed, and nothing else of theirs', () => {
    const scope = scopeOf({ ...actorOf('approver'), below: [otherAgency] });
    const below = { agencyId: otherAgency, officeId: ownOffice };
    expect([coversFiled(scope, report), coversFiled(scope, below)]).toEqual([true, true]);
    expect([covers(scope, report), covers(scope, below)]).toEqual([true, false]);
    expect(coversOffice(scope, ownOffice)).toBe(false);
    expect(coversFiled(scopeOf(actorOf('approver')), below)).toBe(false);
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
