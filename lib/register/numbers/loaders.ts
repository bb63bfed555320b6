import 'server-only';
import { loadPlanOfDesk } from '@/lib/plans/desk/loaders';
import { listPlanGroups, listPlanNumbers } from './data';

/** Loads the agencies of a plan under its numbers, and the groups that its tasks name. */
export async function loadPlanNumbers(code: string) {
  const { plan, commands } = await loadPlanOfDesk(code);
  const [agencies, groups] = await Promise.all([listPlanNumbers(plan.id), listPlanGroups(plan.id)]);
  return { plan, agencies, groups, mayRenumber: commands.includes('renumber') };
}
