import type { FilingEnd } from '@/lib/domain/deadline/closing';
import { isWithDivision, type ReportStatus } from './report';

/** The status of a period in the overview of a year: the report's own, or one derived from it and the clock. */
export type PeriodStatus = ReportStatus | 'not_open' | 'overdue' | FilingEnd;

/**
 * Gives 免报 (skipped) or 停报 (closed) for a period that takes nothing more, unless the report lies with the division,
 * 未开始 (not open) before the period opens, 逾期 (overdue) once it closed while the report is with the agency; else
 * the report's own status.
 */
export function periodStatusOf(report: {
  status: ReportStatus;
  filingEnd: FilingEnd | null;
  isOpen: boolean;
  isOverdue: boolean;
}): PeriodStatus {
  if (report.filingEnd !== null && !isWithDivision(report.status)) return report.filingEnd;
  if (report.isOverdue) return 'overdue';
  return report.isOpen || report.status !== 'not_started' ? report.status : 'not_open';
}

/** Says whether an agency still has work on a plan: a report that is owed and not accepted yet. */
export function isUnderWay(
  reports: readonly { status: ReportStatus; owed: boolean; filingEnd: FilingEnd | null }[],
): boolean {
  return reports.some(
    ({ status, owed, filingEnd }) => owed && status !== 'accepted' && (filingEnd === null || status === 'filed'),
  );
}
