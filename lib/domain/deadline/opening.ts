import { type CivilDate, civilDate } from '@/lib/domain/calendar/civil-date';
import { lastDayOf, type Quarter } from '@/lib/domain/calendar/quarter';

/**
 * Gives the civil date on which a quarter's reporting period opens: the first day of the quarter's last month, so that
 * drafting can begin before the quarter ends, but no earlier than the day on which the plan was issued.
 */
export function opensOn(quarter: Quarter, planIssuedOn: CivilDate): CivilDate {
  const lastMonth = civilDate(`${lastDayOf(quarter).slice(0, 7)}-01`);
  return lastMonth > planIssuedOn ? lastMonth : planIssuedOn;
}
