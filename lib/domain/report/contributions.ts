import type { ReportStatus } from './report';
import { transitionFor } from './report-lifecycle';

export const contributionOutcomes = ['taken', 'left_out'] as const;
export type ContributionOutcome = (typeof contributionOutcomes)[number];

/**
 * Says whether a report accepts contributions at an instant: while its agency is writing it, from the opening of the
 * period on. A supporting agency learns nothing else about the lead agency's report.
 */
export function takesContributions({ status, opensAt }: { status: ReportStatus; opensAt: Date }, now: Date): boolean {
  return transitionFor(status, 'contribute') !== undefined && now >= opensAt;
}
