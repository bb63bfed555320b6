import 'server-only';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';
import { longPageSize, type SearchParams } from '@/lib/schemas/list-address';
import { planHistorySchema } from '@/lib/schemas/plan';
import { withinPages } from '@/lib/server/database/within-pages';
import { listPlanEvents } from './data';

/** Loads the record of a plan: everything that was done to it, the latest first. */
export async function loadPlanHistory(code: string, searchParams: SearchParams) {
  const { plan } = await loadPlanOfDesk(code);
  const { page } = planHistorySchema.parse(searchParams);
  const history = await withinPages({ number: page, size: longPageSize }, (range) => listPlanEvents(plan, range));
  return { plan, ...history, pageSize: longPageSize };
}
