import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import type { FilingEnd } from '@/lib/domain/deadline/closing';
import {
  type Deadline,
  type DeadlineRule,
  deadlineOf,
  isSameDeadline,
  type NamedDeadline,
} from '@/lib/domain/deadline/deadline';

/** A period as it stands frozen. */
type FrozenPeriod = NamedDeadline & { id: string; code: PeriodCode; end: FilingEnd | null };

/** A period that another rule would move; `isPast` where its new closing instant has come already. */
export type RuleMove = { periodId: string; before: NamedDeadline; deadline: Deadline; isPast: boolean };

/**
 * Lists the periods that another rule would move at an instant: those that are neither due yet nor ended, and whose
 * deadline it changes. What is due already stays as it was promised.
 */
export function movesUnderRule(
  periods: readonly FrozenPeriod[],
  rule: DeadlineRule,
  { calendar, now }: { calendar: WorkingDayCalendar; now: Date },
): RuleMove[] {
  const ahead = periods.filter(({ end, provisional, closesAt }) => end === null && (provisional || closesAt > now));
  return ahead.flatMap(({ id, code, dueOn, closesAt, provisional }) => {
    const deadline = deadlineOf(code, rule, calendar);
    const before = { dueOn, closesAt, provisional };
    const isPast = !deadline.provisional && deadline.closesAt <= now;
    return isSameDeadline(before, deadline) ? [] : [{ periodId: id, before, deadline, isPast }];
  });
}
