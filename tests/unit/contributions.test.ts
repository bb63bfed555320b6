import { describe, expect, test } from 'vitest';
import { supports } from '@/lib/domain/authorization';
import { takesContributions } from '@/lib/domain/report/contributions';
import { reportStatuses } from '@/lib/domain/report/report';
import { decide } from '@/lib/domain/report/report-lifecycle';
import { everyRole } from '../support/expected-lifecycle';
import { actorOf, now, otherAgency, ownAgency, reportState, supportingAgency } from '../support/report-states';

const support = [{ taskId: 'a', agencyId: supportingAgency }];

describe('the officers who support a task', () => {
  test('officers of an agency that the plan names as supporting support that task and no other', () => {
    const supporter = actorOf('reporter', supportingAgency);
    expect(supports(supporter, support)).toBe(true);
    expect(supports(supporter, support, 'a')).toBe(true);
    expect(supports(supporter, support, 'b')).toBe(false);
    expect(supports(supporter, [])).toBe(false);
  });

  test('the lead agency, other agencies, the division and the administrators do not support a task', () => {
    expect(supports(actorOf('reporter', ownAgency), support)).toBe(false);
    expect(supports(actorOf('approver', otherAgency), support)).toBe(false);
    const others = everyRole.filter((role) => role !== 'reporter' && role !== 'approver');
    expect(others.filter((role) => supports(actorOf(role, supportingAgency), support))).toEqual([]);
  });
});

describe('a report takes contributions', () => {
  test('a report takes contributions only while its agency writes it', () => {
    const open = reportStatuses.filter((status) => takesContributions(reportState({ status }), now));
    expect(open).toEqual(['not_started', 'draft', 'returned']);
  });

  test('a report takes contributions from the opening of its period on', () => {
    const opensAt = new Date(now.getTime() + 1);
    expect(takesContributions({ status: 'not_started', opensAt }, now)).toBe(false);
    expect(takesContributions({ status: 'not_started', opensAt }, opensAt)).toBe(true);
  });

  test('a report takes contributions even after its deadline', () => {
    const report = reportState({ closesAt: now });
    expect(
      decide(
        report,
        { name: 'contribute', section: 'progress', taskId: 'a' },
        actorOf('reporter', supportingAgency),
        now,
      ).ok,
    ).toBe(true);
  });
});

test('a refusal to a supporting agency never reveals the status of the report', () => {
  const refusals = reportStatuses.flatMap((status) => {
    const decision = decide(
      reportState({ status }),
      { name: 'contribute', section: 'progress', taskId: 'a' },
      actorOf('reporter', supportingAgency),
      now,
    );
    return decision.ok ? [] : [decision.refusal];
  });
  expect(refusals).toEqual(Array(3).fill({ code: 'contributions-closed' }));
});
