import 'server-only';
import { z } from 'zod';
import { type DeadlineBase, dayOffMoves, deadlineMonths } from '@/lib/domain/deadline/deadline';
import { type EntryKey, fieldsOfKind, type PublicPart, publicParts } from '@/lib/domain/report/entry';
import type { PublishedContent, PublishedEntry } from '@/lib/domain/review/publication';
import { filedFields, storedFields } from '@/lib/schemas/entry';
import { civilDateColumn, instantText, periodColumn } from './columns';

/** DeadlineRule of lib/domain/deadline/deadline.ts, as a plan keeps it. */
const deadlineBaseSchema: z.ZodType<DeadlineBase> = z.union([
  z.object({ nthWorkingDay: z.number() }),
  z.object({ dayOfMonth: z.number(), month: z.enum(deadlineMonths), onDayOff: z.enum(dayOffMoves) }),
  z.object({ workingDaysBeforeEnd: z.number() }),
]);
export const deadlineRuleSchema = deadlineBaseSchema.and(z.object({ inclusive: z.boolean(), cutoff: z.string() }));

const dayKinds = ['working_day', 'weekend', 'statutory_holiday', 'makeup_workday'] as const;

/** The days that were counted to a deadline, as a period keeps them. */
export const dayReasonsSchema = z.array(z.object({ date: civilDateColumn, kind: z.enum(dayKinds), name: z.string() }));

/** A period's deadline as the event of its move names it. */
export const namedDeadlineSchema = z.object({
  dueOn: civilDateColumn,
  closesAt: instantText,
  provisional: z.boolean(),
});

const evidenceSchema = z.object({ id: z.string(), name: z.string(), size: z.number(), digest: z.string() });

/** The fields of an entry in a filed version; one that came into the form later is empty there. */
export const filedFieldsSchema = z.object(filedFields());

/** The content of an entry in a filed version. */
const filedEntrySchema = z.object({
  taskId: z.string(),
  taskCode: z.string(),
  taskText: z.string(),
  ...filedFieldsSchema.shape,
  evidence: z.array(evidenceSchema).optional(),
});

/** ReportSnapshot of lib/domain/report/report-snapshot.ts, as a filed version keeps it. */
export const snapshotSchema = z.object({
  plan: z.object({ code: z.string(), title: z.string() }),
  agency: z.object({ code: z.string(), name: z.string() }),
  quarter: periodColumn,
  version: z.number(),
  entries: z.array(filedEntrySchema),
});

const filedContentSchema = z.looseObject({
  plan: z.looseObject({ code: z.string(), title: z.string() }),
  agency: z.looseObject({ code: z.string(), name: z.string() }),
  quarter: periodColumn,
  version: z.number(),
});

/**
 * Checks a stored snapshot and gives it as it is stored, with its own keys in their own order: digests and exported files
 * are made of it.
 */
export function filedContentOf(stored: unknown): z.output<typeof filedContentSchema> {
  filedContentSchema.parse(stored);
  return stored as z.output<typeof filedContentSchema>;
}

const maskOf = <Key extends EntryKey>(keys: readonly Key[]) =>
  Object.fromEntries(keys.map((key) => [key, true])) as Record<Key, true>;

const publishedEntrySchema = z.object({
  taskCode: z.string(),
  taskText: z.string(),
  /** Absent in what was published before the parts were chosen for each task. */
  sections: z.array(z.enum(publicParts())).optional(),
  ...z.object(storedFields()).pick(maskOf(publicParts())).partial().shape,
  ...z
    .object(storedFields())
    .pick(maskOf(fieldsOfKind('tick').map(({ key }) => key)))
    .partial().shape,
});

/** An entry with its own parts; a tick under another part means nothing there, whatever was stored. */
function readPublished(stored: z.output<typeof publishedEntrySchema>, ofReport: PublicPart[]): PublishedEntry {
  const sections = stored.sections ?? ofReport;
  const unread = fieldsOfKind('tick').filter(({ under }) => !sections.includes(under));
  const entry = { ...stored, sections };
  for (const { key } of unread) delete entry[key];
  return entry;
}

/** PublishedContent of lib/domain/review/publication.ts, as a publication keeps it. */
export const publishedContentSchema = z
  .object({
    plan: z.object({ code: z.string(), title: z.string() }),
    agency: z.object({ code: z.string(), name: z.string() }),
    quarter: periodColumn,
    sections: z.array(z.enum(publicParts())),
    entries: z.array(publishedEntrySchema),
  })
  .transform((stored): PublishedContent => {
    return { ...stored, entries: stored.entries.map((entry) => readPublished(entry, stored.sections)) };
  });

/** NumberDecision of lib/domain/review/publication.ts, as a proposal keeps them. */
export const numberDecisionsSchema = z.array(
  z.object({
    taskId: z.string(),
    section: z.enum(publicParts()),
    kind: z.enum(['id', 'mobile', 'landline', 'account', 'email']),
    start: z.number(),
    end: z.number(),
    number: z.string(),
    masked: z.string(),
    reason: z.string().nullable(),
  }),
);
