import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { type WorkingDayCalendar, workingDaysLeft } from '@/lib/domain/calendar/working-days';
import { isWithDivision, type ReportState } from './report';

export const filingLights = ['green', 'yellow', 'red', 'grey'] as const;
export type FilingLight = (typeof filingLights)[number];

/** So many working days before the last one, and fewer, time is short. */
export const fewDaysLeft = 3;

type Timed = Pick<ReportState, 'status' | 'opensAt' | 'closesAt' | 'dueOn'> & Partial<Pick<ReportState, 'filingEnd'>>;

/**
 * Says whether a report is 逾期 (overdue), which is derived and never a status: it is with the agency, and the closing
 * instant in force has come. For a skipped period nothing is owed, so nothing is overdue.
 */
export function isOverdue(report: Timed, now: Date): boolean {
  if (report.filingEnd === 'skipped') return false;
  return !isWithDivision(report.status) && report.closesAt !== null && now >= report.closesAt;
}

/**
 * Gives the 报送灯 (filing light): green if filed, red if overdue, yellow with three working days or fewer left, grey if
 * not due.
 */
export function filingLight(report: Timed, calendar: WorkingDayCalendar, now: Date): FilingLight {
  if (isWithDivision(report.status)) return 'green';
  if (isOverdue(report, now)) return 'red';
  if (now < report.opensAt || report.filingEnd) return 'grey';
  return workingDaysLeft(calendar, civilDateOf(now), report.dueOn) <= fewDaysLeft ? 'yellow' : 'grey';
}
