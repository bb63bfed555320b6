import 'server-only';
import { z } from 'zod';
import { db } from '@/lib/server/database/db';
import { rowsOf } from '@/lib/server/database/rows';

const numberRow = z.object({
  agencyId: z.string(),
  code: z.string(),
  name: z.string(),
  number: z.string(),
  position: z.number(),
  /** The tasks of the plan that it leads, and those that it supports. */
  tasks: z.number(),
  supports: z.number(),
});

export type PlanNumber = z.output<typeof numberRow>;

/** Lists the agencies of a plan in its order, under its numbers. */
export function listPlanNumbers(planId: string): Promise<PlanNumber[]> {
  return rowsOf(numberRow)`
    SELECT n."agencyId", a.code, a.name, n.number, n.position,
      (SELECT count(DISTINCT d."taskId")::int FROM "TaskLead" d JOIN "Task" t ON t.id = d."taskId"
        WHERE t."planId" = n."planId" AND d."agencyId" = n."agencyId") AS tasks,
      (SELECT count(DISTINCT s."taskId")::int FROM "SupportingAgency" s JOIN "Task" t ON t.id = s."taskId"
        WHERE t."planId" = n."planId" AND s."agencyId" = n."agencyId") AS supports
    FROM "PlanAgency" n JOIN "Agency" a ON a.id = n."agencyId"
    WHERE n."planId" = ${planId}::uuid ORDER BY n.position, n.number, n."agencyId"`;
}

/** Lists the groups that the tasks of a plan name, with the number of these tasks and the members that the register gives. */
export async function listPlanGroups(planId: string) {
  const used = await db.taskGroup.groupBy({
    by: ['name'],
    where: { task: { planId } },
    orderBy: { name: 'asc' },
    _count: { taskId: true },
  });
  const known = await db.agencyGroup.findMany({
    where: { name: { in: used.map(({ name }) => name) } },
    select: {
      name: true,
      members: { orderBy: { agency: { position: 'asc' } }, select: { agency: { select: { name: true } } } },
    },
  });
  return used.map(({ name, _count }) => ({
    name,
    tasks: _count.taskId,
    members: known.find((group) => group.name === name)?.members.map(({ agency }) => agency.name) ?? [],
  }));
}

export type PlanGroup = Awaited<ReturnType<typeof listPlanGroups>>[number];
