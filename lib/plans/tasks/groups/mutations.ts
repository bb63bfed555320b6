import 'server-only';
import { z } from 'zod';
import { keepPlanAgencies } from '@/lib/plans/tasks/mutations';
import type { Transaction } from '@/lib/server/database/db';
import { type EventAuthor, recordEvent } from '@/lib/server/database/events';
import { rowsOf } from '@/lib/server/database/rows';

type Group = { name: string; members: readonly { id: string; code: string }[] };

const draftRow = z.object({ id: z.string(), code: z.string() });

/**
 * Gives the tasks of drafts that name a group its agencies, as an import does where they are known already. Gives the codes of
 * these drafts.
 */
async function takeIntoDrafts(transaction: Transaction, name: string, agencyIds: readonly string[]): Promise<string[]> {
  if (agencyIds.length === 0) return [];
  const drafts = await rowsOf(draftRow, transaction)`
    UPDATE "Plan" l SET version = version + 1 WHERE status = 'draft' AND EXISTS (
      SELECT FROM "TaskGroup" g JOIN "Task" t ON t.id = g."taskId" WHERE t."planId" = l.id AND g.name = ${name})
    RETURNING id, code`;
  const planIds = drafts.map(({ id }) => id);
  await transaction.$executeRaw`
    INSERT INTO "TaskLead" (id, "taskId", "agencyId", position)
    SELECT gen_random_uuid(), t.id, a.id,
      (SELECT coalesce(max(position), 0) FROM "TaskLead" d WHERE d."taskId" = t.id) + a.place
    FROM "TaskGroup" g JOIN "Task" t ON t.id = g."taskId",
      unnest(${agencyIds}::uuid[]) WITH ORDINALITY AS a(id, place)
    WHERE t."planId" = ANY(${planIds}::uuid[]) AND g.name = ${name} AND g.part = 'lead'
      AND NOT EXISTS (SELECT FROM "TaskLead" d WHERE d."taskId" = t.id AND d."agencyId" = a.id)`;
  await transaction.$executeRaw`
    INSERT INTO "SupportingAgency" ("taskId", "agencyId")
    SELECT t.id, a.id FROM "TaskGroup" g JOIN "Task" t ON t.id = g."taskId", unnest(${agencyIds}::uuid[]) AS a(id)
    WHERE t."planId" = ANY(${planIds}::uuid[]) AND g.name = ${name} AND g.part = 'support'
      AND NOT EXISTS (SELECT FROM "SupportingAgency" s WHERE s."taskId" = t.id AND s."agencyId" = a.id)
      AND NOT EXISTS (SELECT FROM "TaskLead" d WHERE d."taskId" = t.id AND d."agencyId" = a.id)`;
  for (const { id } of drafts) await keepPlanAgencies(transaction, id);
  return drafts.map(({ code }) => code).sort();
}

/**
 * Stores for which agencies the name of a group stands, and records it; whoever calls it has decided that they may. A name
 * that stood for nobody gives its agencies to the drafts that name it.
 */
export async function storeGroup(transaction: Transaction, { name, members }: Group, by: EventAuthor): Promise<void> {
  const { id: groupId } = await transaction.agencyGroup.upsert({
    where: { name },
    create: { name },
    update: {},
    select: { id: true },
  });
  const agencyIds = members.map(({ id }) => id);
  const { count } = await transaction.agencyGroupMember.deleteMany({ where: { groupId } });
  await transaction.agencyGroupMember.createMany({ data: agencyIds.map((agencyId) => ({ groupId, agencyId })) });
  const planCodes = count === 0 ? await takeIntoDrafts(transaction, name, agencyIds) : [];
  const agencyCodes = members.map(({ code }) => code);
  const detail = { group: name, agencyIds, agencyCodes, ...(planCodes.length > 0 && { planCodes }) };
  await recordEvent(transaction, { name: 'agency-group-set', ...by, detail });
}
