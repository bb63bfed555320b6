import 'server-only';
import { parsePeriodCode } from '@/lib/domain/calendar/period';
import { filterOf, type ListFilter } from '@/lib/review/loaders';
import type { SearchParams } from '@/lib/schemas/list-address';
import { reviewListSchema } from '@/lib/schemas/review';
import { portalNow } from '@/lib/server/clock';
import { requireDivision } from '@/lib/server/session/gates';
import { getListedPlace, listNeighbours, type Neighbours } from './data';

/**
 * Loads the reports before and after one in the list from which it was opened; if the address names no list, in the
 * list of the report's own period.
 */
export async function loadNeighbours(
  reportId: string,
  searchParams: SearchParams,
): Promise<Neighbours & { list: ListFilter | null }> {
  const { actor, scope } = await requireDivision();
  const { view: _view, page: _page, ...asked } = reviewListSchema.parse(searchParams);
  const [place, now] = await Promise.all([getListedPlace(scope, reportId), portalNow()]);
  if (!place) return { previous: null, next: null, list: null };
  const isOwnPlan = asked.plan === undefined || asked.plan === place.planCode;
  const periodCode = asked.quarter ?? place.periodCode;
  const list: ListFilter = { ...(isOwnPlan && asked), plan: place.planCode, quarter: periodCode };
  const filter = filterOf(list, {
    planCode: place.planCode,
    periodCode: periodCode === 'all' ? null : parsePeriodCode(periodCode),
    now,
    accountId: actor.accountId,
  });
  return { ...(await listNeighbours(scope, filter, place)), list };
}
