import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { type WorkingDayCalendar, workingDaysLeft } from '@/lib/domain/calendar/working-days';
import type { ReportState } from './report';

export const filingLights = ['green', 'yellow', 'red', 'grey'] as const;
export type FilingLight = (typeof filingLights)[number];

type Timed = Pick<ReportState, 'status' | 'opensAt' | 'closesAt' | 'dueOn'>;

/** 逾期 is derived, never a status: nothing is with the division, and the closing instant in force has come. */
export function isOverdue(report: Timed, now: Date): boolean {
  const withAgency = report.status !== 'filed' && report.status !== 'accepted';
  return withAgency && report.closesAt !== null && now >= report.closesAt;
}

/** 报送灯: green filed, red overdue, yellow with three working days or fewer left, grey not due. */
export function filingLight(report: Timed, calendar: WorkingDayCalendar, now: Date): FilingLight {
  if (report.status === 'filed' || report.status === 'accepted') return 'green';
  if (isOverdue(report, now)) return 'red';
  if (now < report.opensAt) return 'grey';
  return workingDaysLeft(calendar, civilDateOf(now), report.dueOn) <= 3 ? 'yellow' : 'grey';
}
