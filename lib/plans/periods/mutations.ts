import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { type CivilDate, civilDateOf, startOfDay, storedDateOf } from '@/lib/domain/calendar/civil-date';
import { dayKind, type WorkingDayCalendar } from '@/lib/domain/calendar/working-days';
import { deadlineOf } from '@/lib/domain/deadline/deadline';
import { dueDateOn } from '@/lib/domain/deadline/due-date';
import { opensOn as firstDayOfWriting } from '@/lib/domain/deadline/opening';
import { type PeriodCommand, refusePeriodAct } from '@/lib/domain/plan/plan-periods';
import { countedPeriods } from '@/lib/domain/plan/plan-settings';
import { accepted, type Result, refused } from '@/lib/domain/refusal';
import type { PlanActEvent } from '@/lib/domain/report/report-events';
import { moveDeadlines } from '@/lib/plans/deadlines/mutations';
import { storeReports } from '@/lib/plans/tasks/mutations';
import type { SeenPlan } from '@/lib/schemas/plan';
import type { Transaction } from '@/lib/server/database/db';
import { recordPlanAct } from '@/lib/server/database/plan-act';
import { type StoredPlan, writePlan } from '@/lib/server/database/plan-write-path';
import { isWithAgency } from '@/lib/server/database/report-sql';
import type { AskContext } from '@/lib/server/database/write-path';
import { Prisma } from '@/lib/server/generated/client';
import { holdPeriods, listPeriods, type PlanPeriodRow, periodStateOf } from './data';

/** Stores the periods of a plan for which reports are owed, with the deadlines by the present calendar. */
export async function storePeriods(
  transaction: Transaction,
  plan: Pick<StoredPlan, 'id' | 'issuedOn' | 'firstOn' | 'lastOn' | 'rhythm' | 'firstPeriod' | 'deadlineRule'>,
  calendar: WorkingDayCalendar,
): Promise<void> {
  await transaction.reportingPeriod.createMany({
    data: countedPeriods(plan).map((code) => {
      const { dueOn, closesAt, provisional, reasons } = deadlineOf(code, plan.deadlineRule, calendar);
      const opensAt = startOfDay(firstDayOfWriting(code, plan.issuedOn));
      return { planId: plan.id, code, opensAt, dueOn: storedDateOf(dueOn), closesAt, provisional, reasons };
    }),
  });
}

/** A period of a plan at the version that the actor has seen. */
type SeenPeriod = SeenPlan & { quarter: string };

type PeriodEffect = {
  command: PeriodCommand;
  /** The columns of the period to change. */
  data?: Prisma.ReportingPeriodUpdateInput;
  /** Of which the officers are notified, and on which reports it is recorded. */
  act?: { name: PlanActEvent; detail?: Prisma.InputJsonObject; where: Prisma.Sql };
  detail: Prisma.InputJsonObject;
  /** Further writes. */
  write?: (transaction: Transaction, period: PlanPeriodRow) => Promise<void>;
};

/** The write path of every act on one period: holds it, lets the law decide, writes, and records on its reports. */
async function writePeriod(
  { plan: planCode, version, quarter }: SeenPeriod,
  context: AskContext,
  command: PeriodCommand['name'],
  effectOf: (plan: StoredPlan, period: PlanPeriodRow) => PeriodEffect,
): Promise<Result<void>> {
  return writePlan(planCode, command, { ...context, version }, async (transaction, plan) => {
    await holdPeriods(transaction, plan.id);
    const period = (await listPeriods(plan.id, transaction)).find(({ code }) => code === quarter);
    if (!period) return refused({ code: 'not-found' });
    const effect = effectOf(plan, period);
    const refusal = refusePeriodAct(periodStateOf(period), effect.command, context.now);
    if (refusal) return refused(refusal);
    if (effect.data) await transaction.reportingPeriod.update({ where: { id: period.id }, data: effect.data });
    await effect.write?.(transaction, period);
    if (effect.act) await recordOnPeriod(transaction, period.id, effect.act, context);
    return accepted({ detail: { quarter: period.code, ...effect.detail }, value: undefined });
  });
}

function recordOnPeriod(
  transaction: Transaction,
  periodId: string,
  { name, detail = {}, where }: NonNullable<PeriodEffect['act']>,
  context: AskContext,
): Promise<void> {
  const concerned = { where: Prisma.sql`p.id = ${periodId}::uuid AND ${where}`, oncePerAgency: false };
  return recordPlanAct(transaction, { name, detail }, concerned, context);
}

/** Lets a period be filled in from another day on. */
export function movePeriodOpening({ opensOn, ...seen }: SeenPeriod & { opensOn: CivilDate }, context: AskContext) {
  return writePeriod(seen, context, 'open-period', (_, { opensAt }) => ({
    command: { name: 'open-period', opensOn },
    data: { opensAt: startOfDay(opensOn) },
    act: { name: 'report-opening-moved', detail: { opensOn }, where: isWithAgency() },
    detail: { before: civilDateOf(opensAt), after: opensOn },
  }));
}

/** Closes a period by hand: nothing more can be filed for it, also not late or by an extension. */
export function closePeriod({ reason, ...seen }: SeenPeriod & { reason: string }, context: AskContext) {
  return writePeriod(seen, context, 'close-period', () => ({
    command: { name: 'close-period' },
    data: { closedAt: context.now },
    act: { name: 'report-filing-stopped', detail: { reason }, where: isWithAgency() },
    detail: { reason },
  }));
}

/** Opens a period again that was closed by hand; its deadline is what it was. */
export function reopenPeriod({ reason, ...seen }: SeenPeriod & { reason: string }, context: AskContext) {
  return writePeriod(seen, context, 'reopen-period', () => ({
    command: { name: 'reopen-period' },
    data: { closedAt: null },
    act: { name: 'report-filing-resumed', detail: { reason }, where: isWithAgency() },
    detail: { reason },
  }));
}

/** Skips a period: no report is owed for it, and what was begun stays readable. */
export function skipPeriod({ reason, ...seen }: SeenPeriod & { reason: string }, context: AskContext) {
  return writePeriod(seen, context, 'skip-period', () => ({
    command: { name: 'skip-period' },
    data: { skippedFor: reason },
    act: { name: 'report-skipped', detail: { reason }, where: isWithAgency() },
    detail: { reason },
  }));
}

/** Takes a skipped period up again, with the reports that amendments have brought since. */
export function resumePeriod({ reason, ...seen }: SeenPeriod & { reason: string }, context: AskContext) {
  return writePeriod(seen, context, 'resume-period', (plan) => ({
    command: { name: 'resume-period' },
    data: { skippedFor: '' },
    write: (transaction) => storeReports(transaction, plan.id),
    act: { name: 'report-filing-resumed', detail: { reason }, where: isWithAgency() },
    detail: { reason },
  }));
}

/** Sets another last day for a period, with the plan's cutoff hour. What was filed keeps its timeliness. */
export async function movePeriodDeadline(
  { dueOn, reason, ...seen }: SeenPeriod & { dueOn: CivilDate; reason: string },
  context: AskContext,
): Promise<Result<void>> {
  const calendar = await getCalendar();
  return writePeriod(seen, context, 'move-deadline', ({ deadlineRule }) => {
    const dueDate = dueDateOn(dueOn, deadlineRule, calendar);
    const reasons = [{ date: dueOn, ...dayKind(calendar, dueOn) }];
    return {
      command: { name: 'move-deadline', dueDate },
      write: async (transaction, { id: periodId, code }) => {
        const deadline = { periodCode: code, dueOn, closesAt: dueDate.closesAt, provisional: false, reasons };
        await moveDeadlines(transaction, [{ periodId, deadline }], { reason, cause: 'coordinator' }, context);
      },
      detail: {},
    };
  });
}
