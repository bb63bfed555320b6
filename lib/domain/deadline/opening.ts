import { type CivilDate, civilDate } from '@/lib/domain/calendar/civil-date';
import { lastDayOf, type PeriodCode } from '@/lib/domain/calendar/period';

/**
 * Gives the civil date on which a period opens for reporting: the first day of the period's last month, so that
 * drafting can begin before the period ends, but no earlier than the day on which the plan was issued.
 */
export function opensOn(periodCode: PeriodCode, planIssuedOn: CivilDate): CivilDate {
  const lastMonth = civilDate(`${lastDayOf(periodCode).slice(0, 7)}-01`);
  return lastMonth > planIssuedOn ? lastMonth : planIssuedOn;
}
