import 'server-only';
import type { TaskFacts } from '@/lib/domain/plan/task';
import type { Transaction } from '@/lib/server/database/db';

type Agencies = Pick<TaskFacts, 'leads' | 'supports'>;
type From = { taskId: string; fromPeriod: string };

/** Removes what would have held from this period on, and ends at it what held before, for agencies that no longer have the task. */
async function endLeads(transaction: Transaction, { taskId, fromPeriod }: From, agencyIds: string[]): Promise<void> {
  const where = { taskId, agencyId: { in: agencyIds }, untilPeriod: null };
  await transaction.taskLead.deleteMany({ where: { ...where, fromPeriod } });
  await transaction.taskLead.updateMany({ where, data: { untilPeriod: fromPeriod } });
}

async function endSupports(transaction: Transaction, { taskId, fromPeriod }: From, agencyIds: string[]): Promise<void> {
  const where = { taskId, agencyId: { in: agencyIds }, untilPeriod: null };
  await transaction.supportingAgency.deleteMany({ where: { ...where, fromPeriod } });
  await transaction.supportingAgency.updateMany({ where, data: { untilPeriod: fromPeriod } });
}

/**
 * Gives a task other agencies from a period on. A lead keeps its row only in its place, because its place may decide who
 * reports; earlier periods keep theirs.
 */
export async function moveAgencies(
  transaction: Transaction,
  from: From,
  before: Agencies,
  after: Agencies,
): Promise<void> {
  const { taskId, fromPeriod } = from;
  const [leads, supports] = [[...new Set(after.leads)], [...new Set(after.supports)]];
  const isKept = (agencyId: string, index: number) => before.leads[index] === agencyId;
  const gone = before.leads.filter((agencyId, index) => leads[index] !== agencyId);
  await endLeads(transaction, from, gone);
  await transaction.taskLead.createMany({
    data: leads.flatMap((agencyId, index) =>
      isKept(agencyId, index) ? [] : [{ taskId, agencyId, position: index + 1, fromPeriod }],
    ),
  });
  await endSupports(
    transaction,
    from,
    before.supports.filter((agencyId) => !supports.includes(agencyId)),
  );
  await transaction.supportingAgency.createMany({
    data: supports
      .filter((agencyId) => !before.supports.includes(agencyId))
      .map((agencyId) => ({ taskId, agencyId, fromPeriod })),
  });
}
