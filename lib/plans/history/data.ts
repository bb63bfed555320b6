import 'server-only';
import { z } from 'zod';
import { rowsOf } from '@/lib/server/database/rows';
import { Prisma } from '@/lib/server/generated/client';
import { eventDetailSchema } from './event-detail';

const eventRow = z.object({
  id: z.string(),
  name: z.string(),
  at: z.date(),
  by: z.string(),
  detail: eventDetailSchema,
  /** The reader of the reports of the agencies that the event assigned; null where it assigned none, or to nobody. */
  reviewer: z.string().nullable(),
});

/** An event of a plan: who, when, what. */
export type PlanEvent = z.output<typeof eventRow>;

/**
 * Condition: an event v is one of a plan. Acts name its code, and its id, since a draft may change
 * its code and another plan may take that; what was recorded
 * before there was a desk of plans has the code under other keys.
 */
const isOfPlan = ({ id, code }: { id: string; code: string }) => Prisma.sql`(
  v.detail ->> 'planCode' = ${code} AND coalesce(v.detail ->> 'planId', ${id}) = ${id}
  OR v.detail ->> 'planCode' IS NOT NULL AND v.detail ->> 'planId' = ${id}
  OR v.name = 'plan-set-up' AND v.detail ->> 'code' = ${code}
  OR v.name = 'chasing-ladder-set' AND v.detail ->> 'plan' = ${code})`;

const countRow = z.object({ total: z.number() });

/** Lists one page of the events of a plan, the latest first; those from before plans had a desk name its code alone. */
export async function listPlanEvents(
  plan: { id: string; code: string },
  { number, size }: { number: number; size: number },
): Promise<{ events: PlanEvent[]; total: number }> {
  const [[count], events] = await Promise.all([
    rowsOf(countRow)`
      SELECT count(*)::int AS total FROM "Event" v WHERE ${isOfPlan(plan)}`,
    rowsOf(eventRow)`
      SELECT v.id::text, v.name, v.at, coalesce(c."displayName", '') AS by, v.detail,
        (SELECT r."displayName" FROM "Account" r WHERE r.id::text = v.detail ->> 'reviewerId') AS reviewer
      FROM "Event" v LEFT JOIN "Account" c ON c.id = v."accountId"
      WHERE ${isOfPlan(plan)}
      ORDER BY v.id DESC LIMIT ${size} OFFSET ${(number - 1) * size}`,
  ]);
  return { events, total: count?.total ?? 0 };
}
