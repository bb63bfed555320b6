import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { parsePeriodCode } from '@/lib/domain/calendar/period';
import { deadlineOf } from '@/lib/domain/deadline/deadline';
import { opensOn } from '@/lib/domain/deadline/opening';
import { periodActs } from '@/lib/domain/plan/plan-periods';
import { countedPeriods } from '@/lib/domain/plan/plan-settings';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';
import type { SearchParams } from '@/lib/schemas/list-address';
import { periodsPageSchema } from '@/lib/schemas/plan-period';
import { listPeriods } from './data';

/** The act on a period that the address says was done. */
function doneOf(searchParams: SearchParams) {
  const { done, quarter } = periodsPageSchema.parse(searchParams);
  const periodCode = parsePeriodCode(quarter ?? '');
  return done && periodCode ? { act: done, periodCode } : null;
}

/** Loads the periods of a plan; those that a draft would have, by the present calendar. */
export async function loadPlanPeriods(code: string, searchParams: SearchParams) {
  const desk = { ...(await loadPlanOfDesk(code)), done: doneOf(searchParams) };
  const { plan, commands } = desk;
  if (plan.status === 'draft') {
    const calendar = await getCalendar();
    const proposed = countedPeriods(plan).map((period) => ({
      ...deadlineOf(period, plan.deadlineRule, calendar),
      opensOn: opensOn(period, plan.issuedOn),
    }));
    return { ...desk, proposed, periods: [] };
  }
  const rows = await listPeriods(plan.id);
  const periods = rows.map((row) => ({ ...row, acts: periodActs(row).filter((act) => commands.includes(act)) }));
  return { ...desk, proposed: [], periods };
}

export type PlanPeriods = Awaited<ReturnType<typeof loadPlanPeriods>>;
