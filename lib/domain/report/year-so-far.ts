import type { ReportStatus } from './report';

/** How a quarter stands in the overview of a year: the status, or what is derived from it and the clock. */
export type QuarterStanding = ReportStatus | 'not_open' | 'overdue';

/** 未开始 before the period opens, 逾期 once it closed with nothing at the division; else the report's own status. */
export function quarterStandingOf(report: {
  status: ReportStatus;
  isOpen: boolean;
  isOverdue: boolean;
}): QuarterStanding {
  if (report.isOverdue) return 'overdue';
  return report.isOpen || report.status !== 'not_started' ? report.status : 'not_open';
}

/** Whether an agency still has something to expect of a plan: a report that is not accepted yet. */
export function isUnderWay(reports: readonly { status: ReportStatus }[]): boolean {
  return reports.some(({ status }) => status !== 'accepted');
}
