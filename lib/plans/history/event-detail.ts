import 'server-only';
import { z } from 'zod';
import { amendmentKinds } from '@/lib/domain/plan/task-amendment';
import { periodColumn } from '@/lib/server/database/columns';
import { deadlineRuleSchema, namedDeadlineSchema } from '@/lib/server/database/stored-json';

/** A setting as an event keeps it, before and after. */
const settingSchema = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** Reads a value where it fits; a date that is none fits as little as a number. */
function fitting<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | undefined {
  try {
    return schema.safeParse(value).data;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** A key that events of other names do not have, or have in another shape. */
const some = <Schema extends z.ZodType>(schema: Schema) =>
  z
    .unknown()
    .optional()
    .transform((value) => fitting(schema, value));

const beforeAndAfter = <Schema extends z.ZodType>(schema: Schema) => some(z.object({ before: schema, after: schema }));

/** The detail of an event of a plan, as far as the record shows it; every event has some of it. */
const shownSchema = z.object({
  quarter: some(periodColumn),
  fromPeriod: some(periodColumn),
  reason: some(z.string()),
  copiedFrom: some(z.string().nullable()),
  periods: some(z.array(z.string())),
  open: some(z.number()),
  /** Of a whole plan, how many tasks; of a file, how many of them it changed; of an amendment, which ones. */
  tasks: some(z.number()),
  changes: some(z.object({ added: z.number(), changed: z.number(), gone: z.number() })),
  amended: some(z.array(z.object({ number: z.string(), title: z.string() }))),
  kind: some(z.enum(amendmentKinds)),
  task: some(z.string()),
  removed: some(z.string()),
  moved: some(z.string()),
  place: some(z.number()),
  agency: some(z.string()),
  fileName: some(z.string()),
  differences: some(z.number()),
  ladder: some(z.array(z.unknown())),
  agencyIds: some(z.array(z.string())),
  deadlines: beforeAndAfter(namedDeadlineSchema),
  rules: beforeAndAfter(deadlineRuleSchema),
  days: beforeAndAfter(z.string()),
  settings: beforeAndAfter(z.record(z.string(), settingSchema)),
});

const ruleIn = (side: unknown) => (side as { deadlineRule?: unknown } | null | undefined)?.deadlineRule;

/**
 * Reads the detail of any event of a plan. The changes of an event stand under `before` and `after` in several shapes, its
 * tasks under `tasks`; each is read where it fits, and what fits nowhere is left out.
 */
export const eventDetailSchema = z
  .record(z.string(), z.unknown())
  .catch({})
  .transform((detail) => {
    const { before, after, tasks } = detail;
    return shownSchema.parse({
      ...detail,
      changes: tasks,
      amended: tasks,
      deadlines: { before, after },
      rules: { before: ruleIn(before), after: ruleIn(after) },
      days: { before, after },
      settings: { before, after },
    });
  });
