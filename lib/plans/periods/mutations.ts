import 'server-only';
import { startOfDay, storedDateOf } from '@/lib/domain/calendar/civil-date';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { deadlineOf } from '@/lib/domain/deadline/deadline';
import { opensOn } from '@/lib/domain/deadline/opening';
import { countedPeriods } from '@/lib/domain/plan/plan-settings';
import type { Transaction } from '@/lib/server/database/db';
import type { StoredPlan } from '@/lib/server/database/plan-write-path';

/** Stores the periods of a plan for which reports are owed, with the deadlines by the present calendar. */
export async function storePeriods(
  transaction: Transaction,
  plan: Pick<StoredPlan, 'id' | 'issuedOn' | 'firstOn' | 'lastOn' | 'rhythm' | 'firstPeriod' | 'deadlineRule'>,
  calendar: WorkingDayCalendar,
): Promise<void> {
  await transaction.reportingPeriod.createMany({
    data: countedPeriods(plan).map((code) => {
      const { dueOn, closesAt, provisional, reasons } = deadlineOf(code, plan.deadlineRule, calendar);
      const opensAt = startOfDay(opensOn(code, plan.issuedOn));
      return { planId: plan.id, code, opensAt, dueOn: storedDateOf(dueOn), closesAt, provisional, reasons };
    }),
  });
}
