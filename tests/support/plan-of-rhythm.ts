import { randomUUID } from 'node:crypto';
import { type CivilDate, civilDate, startOfDay, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { periodsBetween, type Rhythm } from '@/lib/domain/calendar/period';
import type { WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { type DeadlineRule, deadlineOf } from '@/lib/domain/deadline/deadline';
import { opensOn } from '@/lib/domain/deadline/opening';
import { plainTask } from '@/lib/domain/plan/task';
import { storeReports, storeTasks } from '@/lib/plans/tasks/mutations';
import { db } from '@/lib/server/database/db';
import { withOffice } from './office';
import { sql } from './sql';

export type PlanOfRhythm = {
  code: string;
  title: string;
  rhythm: Rhythm;
  rule: DeadlineRule;
  issuedOn: CivilDate;
  /** The ids of its agencies; each leads one task. */
  agencyIds: readonly string[];
};

/** Stores an issued plan of the year of its issue, with its periods by a calendar and a report for each agency. */
export async function storePlanOfRhythm(plan: PlanOfRhythm, calendar: WorkingDayCalendar): Promise<void> {
  const planId = randomUUID();
  const year = plan.issuedOn.slice(0, 4);
  const [first, last] = [civilDate(`${year}-01-01`), civilDate(`${year}-12-31`)];
  await sql(
    `${withOffice} INSERT INTO "Plan" (id, code, title, issuer, "issuedOn", "contactOffice", "deadlineRule", status, rhythm,
       "officeId", "firstOn", "lastOn")
     VALUES ($1, $2, $3, '试验局', $4, '试验处', $5, 'issued', $6::text::"Rhythm", (SELECT id FROM office), $7, $8)`,
    [planId, plan.code, plan.title, plan.issuedOn, plan.rule, plan.rhythm, first, last],
  );
  const periods = periodsBetween(plan.rhythm, first, last).map((code) => {
    const { dueOn, closesAt, provisional, reasons } = deadlineOf(code, plan.rule, calendar);
    const opensAt = startOfDay(opensOn(code, plan.issuedOn));
    return { planId, code, opensAt, dueOn: storedDateOf(dueOn), closesAt, provisional, reasons };
  });
  await db.$transaction(async (transaction) => {
    const tasks = plan.agencyIds.map((id, index) => plainTask(`任务${index + 1}`, [id]));
    await storeTasks(transaction, planId, tasks);
    await transaction.reportingPeriod.createMany({ data: periods });
    await storeReports(transaction, planId);
  });
}
