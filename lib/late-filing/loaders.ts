import 'server-only';
import { hasRole } from '@/lib/domain/authorization';
import { periodInHand } from '@/lib/domain/plan/period-in-hand';
import { getPlans } from '@/lib/plans/data';
import { lateFilingPageSchema } from '@/lib/schemas/late-filing';
import { longPageSize, type SearchParams } from '@/lib/schemas/list-address';
import { portalNow } from '@/lib/server/clock';
import { requireDivision } from '@/lib/server/session/gates';
import { getAfterClosing, listLateFiling } from './data';

/**
 * Loads the reports of a period that are not filed, with their late filing; not found for everyone but the division and
 * the leader. Null where there is no plan.
 */
export async function loadLateFiling(searchParams: SearchParams) {
  const { actor, scope } = await requireDivision();
  const query = lateFilingPageSchema.parse(searchParams);
  const [now, { plans, plan, periods }] = await Promise.all([portalNow(), getPlans(scope, query.plan)]);
  const begun = periods.filter(({ opensAt }) => opensAt <= now);
  const period = begun.find(({ code }) => code === query.quarter) ?? periodInHand(periods, now);
  if (!plan || !period) return null;
  const filter = { plan: plan.code, periodCode: period.code, now };
  const [list, afterClosing] = await Promise.all([
    listLateFiling(scope, filter, { number: query.page, size: longPageSize }),
    getAfterClosing(plan.code),
  ]);
  return {
    ...list,
    plans,
    plan,
    period,
    periodCodes: begun.map(({ code }) => code),
    page: query.page,
    pageSize: longPageSize,
    done: query.done && { act: query.done, count: query.count ?? 0 },
    isOpenByPlan: afterClosing === 'late_filing_open',
    maySet: hasRole(actor, ['coordinator']),
  };
}

export type LateFiling = NonNullable<Awaited<ReturnType<typeof loadLateFiling>>>;
