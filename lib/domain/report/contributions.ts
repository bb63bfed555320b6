import type { ReportStatus } from './report';
import { transitionFor } from './report-lifecycle';

export const contributionOutcomes = ['taken', 'left_out'] as const;
export type ContributionOutcome = (typeof contributionOutcomes)[number];

/**
 * Says whether a report takes contributions at an instant: while its agency writes it, from the opening of the period on.
 * This is all that a supporting agency learns of the lead agency's report.
 */
export function takesContributions({ status, opensAt }: { status: ReportStatus; opensAt: Date }, now: Date): boolean {
  return transitionFor(status, 'contribute') !== undefined && now >= opensAt;
}
