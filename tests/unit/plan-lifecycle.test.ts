import { describe, expect, test } from 'vitest';
import type { Actor, Role } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import { type PeriodCode, periodCode } from '@/lib/domain/calendar/period';
import { isNotifiedEvent } from '@/lib/domain/chasing/notified-events';
import { availablePlanCommands, decidePlan, type PlanCommand, planEvents } from '@/lib/domain/plan/plan-lifecycle';
import { type PeriodCommand, type PeriodState, periodActs, refusePeriodAct } from '@/lib/domain/plan/plan-periods';
import { isWarning, planFindings } from '@/lib/domain/plan/plan-readiness';
import { countedPeriods, isPlanCode, nextSettings, textYearsLater, yearsLater } from '@/lib/domain/plan/plan-settings';
import { type PlanStatus, planStatuses } from '@/lib/domain/plan/plan-status';
import { everyRole } from '../support/expected-lifecycle';

/** The table of a plan's lifecycle, written a second time by hand. */
const expected: Record<PlanStatus, Partial<Record<PlanCommand, PlanStatus>>> = {
  draft: { change: 'draft', 'change-form': 'draft', issue: 'issued', discard: 'draft', renumber: 'draft' },
  issued: {
    'change-form': 'issued',
    'set-contact': 'issued',
    'set-late-filing': 'issued',
    'change-rule': 'issued',
    amend: 'issued',
    'open-period': 'issued',
    'close-period': 'issued',
    'reopen-period': 'issued',
    'skip-period': 'issued',
    'resume-period': 'issued',
    'move-deadline': 'issued',
    close: 'closed',
  },
  closed: { reopen: 'issued' },
};

const commands = Object.keys(planEvents) as PlanCommand[];
const actorOf = (role: Role, offices: Actor['offices']): Actor => ({
  accountId: role,
  displayName: role,
  roles: [role],
  offices,
  agencyId: role === 'reporter' || role === 'approver' ? 'agency' : null,
});
const readers: readonly Role[] = ['reviewer', 'coordinator', 'leader'];

describe('the lifecycle of a plan', () => {
  for (const status of planStatuses)
    test(`a plan that is ${status} takes from every role, of its office and of another, what the design says`, () => {
      const plan = { status, officeId: 'own' };
      for (const command of commands)
        for (const role of everyRole)
          for (const office of ['own', 'other']) {
            const decision = decidePlan(actorOf(role, [office]), plan, command);
            const outcome = decision.ok ? decision.value.to : decision.refusal.code;
            const to = expected[status][command];
            const isReader = readers.includes(role) && office === 'own';
            const wanted = !isReader ? 'not-found' : role !== 'coordinator' ? 'forbidden' : (to ?? 'plan-wrong-status');
            expect([command, role, office, outcome]).toEqual([command, role, office, wanted]);
          }
    });

  test('offers exactly the commands that it would grant', () => {
    const offered = availablePlanCommands(actorOf('coordinator', 'all'), { status: 'draft', officeId: 'own' });
    expect(offered.toSorted()).toEqual(Object.keys(expected.draft).toSorted());
    expect(availablePlanCommands(actorOf('leader', 'all'), { status: 'issued', officeId: 'own' })).toEqual([]);
  });
});

test('every act on a plan notifies officers by an event on their reports, or nobody for a reason', () => {
  for (const { notifies } of Object.values(planEvents))
    expect(typeof notifies === 'string' ? isNotifiedEvent(notifies) : notifies.nobody.length > 0).toBe(true);
});

describe('an act on a period', () => {
  const now = new Date('2020-03-20T00:00:00Z');
  const open: PeriodState = {
    end: null,
    opensAt: new Date('2020-02-29T16:00:00Z'),
    dueOn: civilDate('2020-04-03'),
    closesAt: new Date('2020-04-03T16:00:00Z'),
    begun: 0,
    filed: 0,
  };
  const codeOf = (command: PeriodCommand, changed: Partial<PeriodState> = {}, at = now) =>
    refusePeriodAct({ ...open, ...changed }, command, at)?.code ?? null;
  const opening = (on: string): PeriodCommand => ({ name: 'open-period', opensOn: civilDate(on) });
  const dueDate = { on: civilDate('2020-04-10'), closesAt: new Date('2020-04-10T16:00:00Z'), isWorkingDay: true };

  test('is one that the state of the period allows', () => {
    expect(periodActs({ end: null })).toEqual(['open-period', 'move-deadline', 'close-period', 'skip-period']);
    expect(periodActs({ end: 'closed' })).toEqual(['reopen-period']);
    expect(periodActs({ end: 'skipped' })).toEqual(['resume-period']);
    expect(codeOf({ name: 'close-period' }, { end: 'skipped' })).toBe('period-wrong-state');
    expect(codeOf({ name: 'reopen-period' })).toBe('period-wrong-state');
  });

  test('opens it until its last day, and takes the time to write from nobody who has begun', () => {
    expect(codeOf(opening('2020-04-03'))).toBeNull();
    expect(codeOf(opening('2020-04-04'))).toBe('opens-after-deadline');
    expect(codeOf(opening('2020-03-25'), { begun: 1 })).toBe('period-begun');
    expect(codeOf(opening('2020-03-20'), { begun: 1 })).toBeNull();
    expect(codeOf(opening('2020-03-25'), { begun: 1, opensAt: new Date('2020-03-21T16:00:00Z') })).toBeNull();
  });

  test('moves its deadline to a working day that is ahead', () => {
    expect(codeOf({ name: 'move-deadline', dueDate })).toBeNull();
    expect(codeOf({ name: 'move-deadline', dueDate: { ...dueDate, isWorkingDay: false } })).toBe(
      'due-date-not-a-working-day',
    );
    expect(codeOf({ name: 'move-deadline', dueDate }, {}, dueDate.closesAt)).toBe('due-date-not-ahead');
  });

  test('skips it while nothing was filed, and takes it up again until its last day', () => {
    expect(codeOf({ name: 'skip-period' }, { begun: 3 })).toBeNull();
    expect(codeOf({ name: 'skip-period' }, { filed: 1 })).toBe('period-has-filings');
    expect(codeOf({ name: 'resume-period' }, { end: 'skipped' })).toBeNull();
    expect(codeOf({ name: 'resume-period' }, { end: 'skipped' }, new Date('2020-04-03T16:00:00Z'))).toBe(
      'due-date-not-ahead',
    );
    expect(
      codeOf({ name: 'resume-period' }, { end: 'skipped', closesAt: null }, new Date('2021-01-01T00:00:00Z')),
    ).toBeNull();
  });
});

describe('what speaks against issuing a plan', () => {
  const now = new Date('2026-05-01T00:00:00Z');
  const deadline = (code: string, closesAt: string, provisional = false) => ({
    periodCode: periodCode(code),
    closesAt: new Date(closesAt),
    provisional,
  });
  const ready = {
    tasks: 1,
    leaderless: [],
    unresolvedGroups: [],
    withoutOfficers: [],
    deadlines: [deadline('2026Q2', '2026-07-03T16:00:00Z')],
  };

  test('is nothing where all is there', () => {
    expect(planFindings(ready, now)).toEqual([]);
  });

  test('is named in order, what only warns after what forbids', () => {
    const findings = planFindings(
      {
        tasks: 2,
        leaderless: ['P-02'],
        unresolvedGroups: ['各区人民政府'],
        withoutOfficers: ['甲局'],
        deadlines: [deadline('2026Q1', '2026-04-03T16:00:00Z'), deadline('2026Q4', '2027-01-06T16:00:00Z', true)],
      },
      now,
    );
    expect(findings.map((finding) => [finding.code, isWarning(finding)])).toEqual([
      ['tasks-without-lead', false],
      ['groups-unresolved', false],
      ['periods-past', true],
      ['deadlines-provisional', true],
      ['agencies-without-officers', true],
    ]);
    expect(planFindings({ ...ready, tasks: 0, deadlines: [] }, now).map(({ code }) => code)).toEqual([
      'no-tasks',
      'no-periods',
    ]);
  });
});

describe('the settings of a plan', () => {
  const settings = {
    code: '2026',
    title: '2026年重点工作',
    officeId: 'own',
    issuer: '市科技局',
    documentNumber: '津政办发〔2026〕5号',
    noticeText: '各区：\n2026年重点工作印发给你们，2025年的同时废止。',
    issuedOn: civilDate('2026-03-01'),
    contactOffice: '科技处',
    contactPerson: '',
    contactPhone: '',
    firstOn: civilDate('2026-01-01'),
    lastOn: civilDate('2026-12-31'),
    rhythm: 'quarterly' as const,
    firstPeriod: periodCode('2026Q3') as PeriodCode | null,
    leadsReporting: 'each' as const,
    afterClosing: 'closed' as const,
  };

  test('count the periods from the first one that counts', () => {
    expect(countedPeriods(settings)).toEqual(['2026Q3', '2026Q4']);
    expect(countedPeriods({ ...settings, firstPeriod: null })).toHaveLength(4);
    expect(countedPeriods({ ...settings, rhythm: 'monthly', firstPeriod: null })).toHaveLength(12);
  });

  test('are proposed a year later, with 2026 read as 2027 and every period counting', () => {
    expect(nextSettings(settings)).toMatchObject({
      code: '2027',
      title: '2027年重点工作',
      documentNumber: '津政办发〔2027〕5号',
      noticeText: '各区：\n2027年重点工作印发给你们，2025年的同时废止。',
      issuedOn: '2027-03-01',
      firstOn: '2027-01-01',
      lastOn: '2027-12-31',
      firstPeriod: null,
    });
    const ofThreeYears = { ...settings, code: 'jh', firstOn: civilDate('2024-03-01'), lastOn: civilDate('2027-02-28') };
    expect(nextSettings(ofThreeYears)).toMatchObject({ code: '', firstOn: '2028-03-01', lastOn: '2031-02-28' });
  });

  test('move dates over leap days, and no number that is no year', () => {
    expect(yearsLater(civilDate('2024-02-29'), 1)).toBe('2025-02-28');
    expect(textYearsLater('2026年底前完成12026项，2025年已完成', { firstYear: 2026, lastYear: 2026 }, 1)).toBe(
      '2027年底前完成12026项，2025年已完成',
    );
  });

  test('have a code of letters, digits and hyphens, of 24 at most', () => {
    expect(['2026', 'keji-2026', 'A'.repeat(24)].every(isPlanCode)).toBe(true);
    expect(['', '-a', 'a b', '计划', 'a/b', 'A'.repeat(25)].some(isPlanCode)).toBe(false);
  });
});
