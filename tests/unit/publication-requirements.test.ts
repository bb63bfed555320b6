import { describe, expect, test } from 'vitest';
import type { Role } from '@/lib/domain/authorization';
import { civilDate } from '@/lib/domain/calendar/civil-date';
import type { ReportCommand, ReportState } from '@/lib/domain/report/report';
import { decide } from '@/lib/domain/report/report-lifecycle';
import { actorOf, goodCommands, now, reportState } from '../support/report-states';

function refusalOf(command: ReportCommand, state: Partial<ReportState>, role: Role, at = now) {
  const decision = decide(reportState(state), command, actorOf(role), at);
  return decision.ok ? null : decision.refusal;
}

describe('the secrecy review of a publication', () => {
  const publish = (on: string, acceptedAt: string, at: string) =>
    refusalOf(
      { name: 'publish', secrecyReviewedOn: civilDate(on) },
      { status: 'accepted', acceptedAt: new Date(acceptedAt) },
      'reviewer',
      new Date(at),
    );

  test('a secrecy review may be of the day of the acceptance, which is the day in China', () => {
    expect(publish('2020-04-03', '2020-04-02T16:30:00Z', '2020-04-04T01:00:00Z')).toBeNull();
    expect(publish('2020-04-02', '2020-04-02T16:30:00Z', '2020-04-04T01:00:00Z')).toEqual({
      code: 'secrecy-review-outside',
      from: '2020-04-03',
      to: '2020-04-04',
    });
  });

  test('a secrecy review may be of today and not of tomorrow', () => {
    expect(publish('2020-04-04', '2020-04-02T01:00:00Z', '2020-04-04T01:00:00Z')).toBeNull();
    expect(publish('2020-04-05', '2020-04-02T01:00:00Z', '2020-04-04T01:00:00Z')?.code).toBe('secrecy-review-outside');
  });
});

describe('the reason for a correction', () => {
  const proposing = { ...goodCommands['propose-publication'], reason: '' };

  test('the first publication of a report is proposed without a reason, a correction is not', () => {
    expect(refusalOf(proposing, { status: 'accepted', published: false }, 'coordinator')).toBeNull();
    expect(refusalOf(proposing, { status: 'accepted', published: true }, 'coordinator')?.code).toBe('reason-required');
  });
});
