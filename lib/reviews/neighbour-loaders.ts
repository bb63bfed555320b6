import 'server-only';
import { parseQuarter } from '@/lib/domain/quarter';
import { reviewListSchema } from '@/lib/schemas/review';
import { portalNow } from '@/lib/server/clock';
import { requireDivision } from './loaders';
import { getListedPlace, listNeighbours, type Neighbours } from './neighbours';

type SearchParams = Record<string, string | string[] | undefined>;

/** Which list the reader came from, as the address of a report keeps it: the filter of the overview, without its page. */
export type ListFilter = { plan: string; quarter: string; status?: string; search?: string };

/**
 * The reports before and after one in the list from which the reader came; without a word of it in the address, in the
 * list of the report's own quarter.
 */
export async function loadNeighbours(
  reportId: string,
  searchParams: SearchParams,
): Promise<Neighbours & { list: ListFilter | null }> {
  const { scope } = await requireDivision();
  const { plan, quarter, status, search } = reviewListSchema.parse(searchParams);
  const [place, now] = await Promise.all([getListedPlace(scope, reportId), portalNow()]);
  if (!place) return { previous: null, next: null, list: null };
  const isOwnPlan = plan === undefined || plan === place.planCode;
  const list = { plan: place.planCode, quarter: quarter ?? place.quarter, ...(isOwnPlan && { status, search }) };
  const filter = {
    planCode: list.plan,
    quarter: list.quarter === 'all' ? null : parseQuarter(list.quarter),
    status: list.status ?? null,
    search: list.search ?? '',
    now,
  };
  return { ...(await listNeighbours(scope, filter, place)), list };
}
