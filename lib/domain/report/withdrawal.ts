import type { Actor } from '@/lib/domain/authorization';
import type { ReportState } from './report';
import { decide } from './report-lifecycle';

/** The reason why a filed report can no longer be withdrawn: the review has begun, or the closing instant has come. */
export type WithdrawalEnd = 'review-begun' | 'deadline-passed';

/**
 * Gives the reason why an officer of the agency cannot withdraw a filed report; null where withdrawal is possible, or
 * refused for another reason.
 */
export function withdrawalEndOf(report: ReportState, actor: Actor, now: Date): WithdrawalEnd | null {
  const decision = decide(report, { name: 'withdraw' }, actor, now);
  if (decision.ok) return null;
  const { code } = decision.refusal;
  return code === 'review-begun' || code === 'deadline-passed' ? code : null;
}
