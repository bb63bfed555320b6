import { civilDate } from '@/lib/domain/calendar/civil-date';
import { type PeriodCode, periodsBetween } from '@/lib/domain/calendar/period';

/** The four quarters of a calendar year. */
export function quartersOf(year: number): PeriodCode[] {
  return periodsBetween('quarterly', civilDate(`${year}-01-01`), civilDate(`${year}-12-31`));
}
