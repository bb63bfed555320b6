import { type CivilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import { lastDayOf, type PeriodCode } from '@/lib/domain/calendar/period';

/**
 * Says whether a report that is filed at an instant is filed before its period has ended (在本季度结束前报送), so that it
 * cannot speak of the whole period. False where the last day itself lies no later than the period's end.
 */
export function isBeforePeriodEnd(at: Date, periodCode: PeriodCode, dueOn: CivilDate): boolean {
  const end = lastDayOf(periodCode);
  return dueOn > end && civilDateOf(at) <= end;
}
