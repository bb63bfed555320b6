import 'server-only';
import { z } from 'zod';
import type { AmendmentKind, TaskChange } from '@/lib/domain/plan/task-amendment';
import type { amendmentEvents } from '@/lib/domain/report/report-events';
import { storeReports } from '@/lib/plans/tasks/mutations';
import type { Transaction } from '@/lib/server/database/db';
import { takeInTasks } from '@/lib/server/database/report-entries';
import { rowsOf } from '@/lib/server/database/rows';
import type { AskContext } from '@/lib/server/database/write-path';
import type { Prisma } from '@/lib/server/generated/client';

/** The reports of some agencies under a plan, for a period and those after it. */
export type Affected = { planId: string; fromPeriod: string; agencyIds: readonly string[] };

/** A task that an amendment changed, with those who led it until then and those who lead it from then on. */
export type ChangedTask = {
  taskId: string;
  number: number;
  title: string;
  leads: { before: readonly string[]; after: readonly string[] };
};

const affectedReport = z.object({ id: z.string(), agencyId: z.string(), isOpened: z.boolean() });
type AffectedReport = z.output<typeof affectedReport>;

/** Waits until nobody writes on the reports that an amendment affects, and gives them in the order of their periods. */
export function holdReports(
  transaction: Transaction,
  { planId, fromPeriod, agencyIds }: Affected,
  now: Date,
): Promise<AffectedReport[]> {
  return rowsOf(affectedReport, transaction)`
    WITH held AS (
      SELECT r.id, r."agencyId", p.quarter, p."opensAt" <= ${now} AS "isOpened"
      FROM "Report" r JOIN "ReportingPeriod" p ON p.id = r."periodId"
      WHERE p."planId" = ${planId}::uuid AND p.quarter >= ${fromPeriod} AND r."agencyId" = ANY(${agencyIds}::uuid[])
      ORDER BY r.id FOR UPDATE OF r)
    SELECT id, "agencyId", "isOpened" FROM held ORDER BY quarter, id`;
}

const includes = (agencyIds: readonly string[], agencyId: string) => agencyIds.includes(agencyId);

function changeFor({ leads }: ChangedTask, agencyId: string): TaskChange | null {
  const [before, after] = [includes(leads.before, agencyId), includes(leads.after, agencyId)];
  if (before && after) return 'changed';
  if (after) return 'added';
  return before ? 'removed' : null;
}

/** The reports of which people are notified: those whose period has opened, and of an agency without one its first. */
function notifiedReports(reports: readonly AffectedReport[]): AffectedReport[] {
  return reports.filter(
    ({ id, agencyId, isOpened }) => isOpened || reports.find((report) => report.agencyId === agencyId)?.id === id,
  );
}

type Notice = { kind: AmendmentKind; fromPeriod: string; reason: string };

function eventsOf(
  { id: reportId, agencyId, isOpened }: AffectedReport,
  task: ChangedTask,
  notice: Notice,
  { actor, address }: AskContext,
): Prisma.EventCreateManyInput[] {
  const change = changeFor(task, agencyId);
  if (!change) return [];
  const names: (typeof amendmentEvents)[number][] = isOpened
    ? ['report-tasks-changed', 'read-tasks-changed']
    : ['report-tasks-changed'];
  const { taskId, number, title } = task;
  const detail = { taskId, number, title, change, ...notice };
  return names.map((name) => ({ name, reportId, accountId: actor.accountId, address, detail }));
}

/**
 * Lets the reports of the affected agencies take an amendment in: an agency gets a report where it owes one now, reports
 * that it is writing have the tasks of their periods, and go stale for whoever looks at them; their people are notified.
 */
export async function changeReports(
  transaction: Transaction,
  affected: Affected,
  tasks: readonly ChangedTask[],
  notice: Omit<Notice, 'fromPeriod'>,
  context: AskContext,
): Promise<void> {
  await storeReports(transaction, affected.planId);
  const reports = await holdReports(transaction, affected, context.now);
  const ids = reports.map(({ id }) => id);
  await takeInTasks(transaction, ids);
  await transaction.report.updateMany({
    where: { id: { in: ids }, status: { in: ['draft', 'awaiting_sign_off', 'returned'] } },
    data: { version: { increment: 1 } },
  });
  const events = notifiedReports(reports).flatMap((report) =>
    tasks.flatMap((task) => eventsOf(report, task, { ...notice, fromPeriod: affected.fromPeriod }, context)),
  );
  await transaction.event.createMany({ data: events });
}
