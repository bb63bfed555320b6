import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { hasRole } from '@/lib/domain/authorization';
import { deadlineOf } from '@/lib/domain/deadline/deadline';
import { isWarning, planFindings } from '@/lib/domain/plan/plan-readiness';
import { countedPeriods } from '@/lib/domain/plan/plan-settings';
import type { DeskPlan } from '@/lib/plans/desk/data';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';
import { loadOwnOffices } from '@/lib/plans/settings/loaders';
import type { SearchParams } from '@/lib/schemas/list-address';
import { planPageSchema } from '@/lib/schemas/plan';
import { portalNow } from '@/lib/server/clock';
import { getReadiness } from './data';

async function findingsOf(plan: DeskPlan) {
  const [calendar, readiness, now] = await Promise.all([getCalendar(), getReadiness(plan.id), portalNow()]);
  const deadlines = countedPeriods(plan).map((code) => deadlineOf(code, plan.deadlineRule, calendar));
  return planFindings({ ...readiness, deadlines }, now);
}

/** Loads the page of a plan: of a draft, what speaks against issuing it; the act that the address says was done. */
export async function loadPlanOverview(code: string, searchParams: SearchParams) {
  const desk = await loadPlanOfDesk(code);
  const { plan, actor, commands } = desk;
  const mayDraft = commands.includes('change');
  const findings = plan.status === 'draft' ? await findingsOf(plan) : [];
  return {
    ...desk,
    /** Whether the visitor may draft its successor. */
    copyable: hasRole(actor, ['coordinator']),
    findings,
    isReady: findings.every(isWarning),
    done: planPageSchema.parse(searchParams).done,
    offices: mayDraft ? await loadOwnOffices(actor) : [],
  };
}

export type PlanOverview = Awaited<ReturnType<typeof loadPlanOverview>>;
