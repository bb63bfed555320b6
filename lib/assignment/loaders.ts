import 'server-only';
import { divisionRoles, hasRole } from '@/lib/domain/authorization';
import { civilDateOf } from '@/lib/domain/calendar/civil-date';
import { mayAssign, mayEnterLeaveOf } from '@/lib/domain/review/review-assignment';
import { getPlans } from '@/lib/plans/data';
import { assignmentListSchema } from '@/lib/schemas/assignment';
import { longPageSize } from '@/lib/schemas/list-address';
import { portalNow } from '@/lib/server/clock';
import { withinPages } from '@/lib/server/database/within-pages';
import { requireDivision } from '@/lib/server/session/gates';
import { listAssignedAgencies, listLeaves, listReviewers } from './data';

/**
 * Loads the reviewers of a plan's agencies, and their leaves; null where there is no plan, and not found for everyone but the
 * division and the leader.
 */
export async function loadAssignment(searchParams: Record<string, string | string[] | undefined>) {
  const { actor, scope } = await requireDivision();
  const query = assignmentListSchema.parse(searchParams);
  const { plans, plan } = await getPlans(scope, query.plan);
  if (!plan) return null;
  const today = civilDateOf(await portalNow());
  const asked = { planCode: plan.code, search: query.search ?? '', assignedTo: query.reviewer ?? null };
  const [{ agencies, total, page }, reviewers, leaves] = await Promise.all([
    withinPages({ number: query.page, size: longPageSize }, ({ number, size }) =>
      listAssignedAgencies(scope, { ...asked, page: number, size }),
    ),
    listReviewers(scope, plan.code),
    listLeaves(today, undefined, scope),
  ]);
  return {
    plans,
    query: { ...query, plan: plan.code, page },
    pageSize: longPageSize,
    agencies,
    total,
    reviewers,
    leaves: leaves.map((leave) => ({
      ...leave,
      isNow: leave.fromOn <= today,
      mayEnd: mayEnterLeaveOf(actor, leave.reviewerId),
    })),
    mayAssign: mayAssign(actor),
    /** Reviewers for whom the account may enter a leave. */
    mayBeAway: hasRole(actor, divisionRoles) ? reviewers.filter(({ id }) => mayEnterLeaveOf(actor, id)) : [],
  };
}

export type Assignment = NonNullable<Awaited<ReturnType<typeof loadAssignment>>>;

export type ListedLeave = Assignment['leaves'][number];
