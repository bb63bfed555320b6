import 'server-only';
import { z } from 'zod';
import { periodColumn } from '@/lib/server/database/columns';
import { rowsOf } from '@/lib/server/database/rows';
import { deadlineRuleSchema, namedDeadlineSchema } from '@/lib/server/database/stored-json';
import { Prisma } from '@/lib/server/generated/client';

/** A setting as an event keeps it, before and after. */
const settingSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** The detail of an event of a plan, as far as the record shows it; every event has some of it. */
const detailSchema = z.object({
  quarter: periodColumn.optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  copiedFrom: z.string().nullish().catch(undefined),
  tasks: z.number().optional().catch(undefined),
  periods: z.array(z.string()).optional().catch(undefined),
  open: z.number().optional().catch(undefined),
  taskCode: z.string().optional().catch(undefined),
  deadlines: z.object({ before: namedDeadlineSchema, after: namedDeadlineSchema }).optional().catch(undefined),
  rules: z.object({ before: deadlineRuleSchema, after: deadlineRuleSchema }).optional().catch(undefined),
  days: z.object({ before: z.string(), after: z.string() }).optional().catch(undefined),
  settings: z
    .object({ before: z.record(z.string(), settingSchema), after: z.record(z.string(), settingSchema) })
    .optional()
    .catch(undefined),
});

/** The changes of an event stand under `before` and `after` in several shapes; each is read where it fits. */
const eventDetail = z.looseObject({ before: z.unknown(), after: z.unknown() }).transform((detail) => {
  const { before, after } = detail;
  const rule = (side: unknown) => (side as { deadlineRule?: unknown } | null | undefined)?.deadlineRule;
  return detailSchema.parse({
    ...detail,
    deadlines: { before, after },
    rules: { before: rule(before), after: rule(after) },
    days: { before, after },
    settings: { before, after },
  });
});

const eventRow = z.object({
  id: z.string(),
  name: z.string(),
  at: z.date(),
  by: z.string(),
  detail: eventDetail,
});

/** An event of a plan: who, when, what. */
export type PlanEvent = z.output<typeof eventRow>;

/**
 * Condition: an event v is one of a plan. Acts name its code, and since a draft may change that, its id; what was recorded
 * before there was a desk of plans has the code under other keys.
 */
const isOfPlan = ({ id, code }: { id: string; code: string }) => Prisma.sql`(
  v.detail ->> 'planCode' = ${code} OR v.detail ->> 'planCode' IS NOT NULL AND v.detail ->> 'planId' = ${id}
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
      SELECT v.id::text, v.name, v.at, coalesce(c."displayName", '') AS by, v.detail
      FROM "Event" v LEFT JOIN "Account" c ON c.id = v."accountId"
      WHERE ${isOfPlan(plan)}
      ORDER BY v.id DESC LIMIT ${size} OFFSET ${(number - 1) * size}`,
  ]);
  return { events, total: count?.total ?? 0 };
}
