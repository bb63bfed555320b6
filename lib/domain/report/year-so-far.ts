import type { ReportStatus } from './report';

/** The status of a period in the overview of a year: the report's own, or one derived from it and the clock. */
export type PeriodStatus = ReportStatus | 'not_open' | 'overdue';

/**
 * Gives 未开始 (not open) before the period opens, 逾期 (overdue) once it closed while the report is with the agency; else
 * the report's own status.
 */
export function periodStatusOf(report: { status: ReportStatus; isOpen: boolean; isOverdue: boolean }): PeriodStatus {
  if (report.isOverdue) return 'overdue';
  return report.isOpen || report.status !== 'not_started' ? report.status : 'not_open';
}

/** Says whether an agency still has work on a plan: a report that is not accepted yet. */
export function isUnderWay(reports: readonly { status: ReportStatus }[]): boolean {
  return reports.some(({ status }) => status !== 'accepted');
}
