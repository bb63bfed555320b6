import 'server-only';
import { civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import type { StoredTask } from '@/lib/domain/plan/task-differences';
import { db, type Transaction } from '@/lib/server/database/db';

/** Lists the tasks of a plan in their order, with their leads as they are now. */
export async function listTaskFacts(planId: string, within: Transaction | typeof db = db): Promise<StoredTask[]> {
  const tasks = await within.task.findMany({
    where: { planId },
    orderBy: { position: 'asc' },
    select: {
      id: true,
      code: true,
      number: true,
      headings: true,
      shortTitle: true,
      text: true,
      measures: true,
      target: true,
      dueText: true,
      dueOn: true,
      dueKind: true,
      leads: { where: { untilPeriod: null }, orderBy: { position: 'asc' }, select: { agencyId: true } },
      supportingAgencies: { select: { agencyId: true } },
      groups: { select: { part: true, name: true } },
    },
  });
  return tasks.map(({ id, code, leads, supportingAgencies, dueOn, ...facts }) => ({
    id,
    code,
    facts: {
      ...facts,
      dueOn: dueOn && civilDateFromStored(dueOn),
      leads: leads.map(({ agencyId }) => agencyId),
      supports: supportingAgencies.map(({ agencyId }) => agencyId),
    },
  }));
}
