import 'server-only';
import { type PeriodCode, periodCode } from '@/lib/domain/calendar/period';
import { shortTitleOf } from '@/lib/domain/plan/task';
import { amendableFrom } from '@/lib/domain/plan/task-amendment';
import { isWithDivision } from '@/lib/domain/report/report';
import { listAmendablePeriods } from '@/lib/plans/tasks/data';
import { db, type Transaction } from '@/lib/server/database/db';

const now = { untilPeriod: null } as const;

/** Lists the plans that are not closed in which an agency leads or supports tasks that have not ended, with these tasks. */
export async function listDuties(agencyId: string, within: Transaction | typeof db = db) {
  const mine = { some: { agencyId, ...now } };
  const open = { endedFrom: null, OR: [{ leads: mine }, { supportingAgencies: mine }] };
  const plans = await within.plan.findMany({
    where: { status: { not: 'closed' }, tasks: { some: open } },
    orderBy: [{ issuedOn: 'desc' }, { code: 'desc' }],
    select: {
      id: true,
      code: true,
      title: true,
      status: true,
      tasks: {
        where: open,
        orderBy: { position: 'asc' },
        select: {
          id: true,
          position: true,
          text: true,
          shortTitle: true,
          leads: { where: { agencyId, ...now }, select: { id: true } },
        },
      },
    },
  });
  return plans.map(({ tasks, ...plan }) => ({
    ...plan,
    leads: tasks
      .filter(({ leads }) => leads.length > 0)
      .map((task) => ({ id: task.id, position: task.position, title: shortTitleOf(task) })),
    supports: tasks.filter(({ leads }) => leads.length === 0).map(({ id }) => id),
  }));
}

export type PlanDuties = Awaited<ReturnType<typeof listDuties>>[number];

/**
 * Gives the periods of an issued plan from which tasks can pass on, and the one to propose: the first whose report the agency has
 * not handed in.
 */
export async function listHandoverPeriods(
  planId: string,
  agencyId: string,
  at: Date,
  within: Transaction | typeof db = db,
): Promise<{ periods: PeriodCode[]; proposed: PeriodCode | null }> {
  const periods = amendableFrom(await listAmendablePeriods(planId, within as Transaction), at);
  const reports = await within.report.findMany({
    where: { agencyId, period: { planId, code: { in: periods } } },
    select: { status: true, period: { select: { code: true } } },
  });
  const filed = reports.filter(({ status }) => isWithDivision(status)).map(({ period }) => periodCode(period.code));
  return { periods, proposed: periods.find((code) => !filed.includes(code)) ?? periods[0] ?? null };
}
