import type { Actor } from '@/lib/domain/authorization';
import { isWithDivision, type ReportState, type ReportStatus } from './report';
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

/** The filings of a report so far: how many versions there are, and which of them was returned last. */
export type Filings = { status: ReportStatus; filedVersions: number; returnedVersion: number | null };

/**
 * Gives the number of the version that the agency has taken back without filing another one since; null where there is
 * none. The report then counts as not filed.
 */
export function withdrawnVersion({ status, filedVersions, returnedVersion }: Filings): number | null {
  const isWithdrawn = !isWithDivision(status) && filedVersions > 0 && returnedVersion !== filedVersions;
  return isWithdrawn ? filedVersions : null;
}

/**
 * Says whether a version was filed and not withdrawn: one that lies with the division, or one that it returned. The
 * timeliness of a report is decided at the first of them; a trigger enforces the same rule.
 */
export function hasCountedFiling({ status, returnedVersion }: Filings): boolean {
  return isWithDivision(status) || returnedVersion !== null;
}
