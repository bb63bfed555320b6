import 'server-only';
import { civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import type { TaskFacts } from '@/lib/domain/plan/task';
import type { Transaction } from '@/lib/server/database/db';

const inForce = { untilPeriod: null };

/** The tasks of a plan that no amendment has ended, in order, with the agencies that lead them now. */
export async function listUnendedTasks(transaction: Transaction, planId: string) {
  const tasks = await transaction.task.findMany({
    where: { planId, leads: { some: inForce } },
    orderBy: { position: 'asc' },
    include: {
      leads: { where: inForce, orderBy: { position: 'asc' } },
      supportingAgencies: true,
      groups: true,
      indicators: true,
      milestones: true,
    },
  });
  return tasks.map(({ leads, supportingAgencies, groups, indicators, milestones, ...task }) => ({
    indicators,
    milestones,
    facts: {
      number: task.number,
      headings: task.headings,
      shortTitle: task.shortTitle,
      text: task.text,
      measures: task.measures,
      target: task.target,
      dueText: task.dueText,
      dueOn: task.dueOn && civilDateFromStored(task.dueOn),
      dueKind: task.dueKind,
      leads: leads.map(({ agencyId }) => agencyId),
      supports: supportingAgencies.map(({ agencyId }) => agencyId),
      groups: groups.map(({ part, name }) => ({ part, name })),
    } satisfies TaskFacts,
  }));
}

export type UnendedTask = Awaited<ReturnType<typeof listUnendedTasks>>[number];
