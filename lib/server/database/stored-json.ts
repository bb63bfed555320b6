import 'server-only';
import { z } from 'zod';
import { type Rhythm, rhythms } from '@/lib/domain/calendar/period';
import { type DeadlineBase, dayOffMoves, deadlineMonths } from '@/lib/domain/deadline/deadline';
import { type EntryForm, fieldsOfKind, formOf, noticeFormOf, type Section } from '@/lib/domain/report/entry';
import type { ReportSnapshot } from '@/lib/domain/report/report-snapshot';
import type { PublishedContent, PublishedEntry } from '@/lib/domain/review/publication';
import { entryFormSchema } from '@/lib/schemas/entry-form';
import { Prisma } from '@/lib/server/generated/client';
import { civilDateColumn, instantText, periodColumn } from './columns';

/** DeadlineRule of lib/domain/deadline/deadline.ts, as a plan keeps it. */
const deadlineBaseSchema: z.ZodType<DeadlineBase> = z.union([
  z.object({ nthWorkingDay: z.number() }),
  z.object({ dayOfMonth: z.number(), month: z.enum(deadlineMonths), onDayOff: z.enum(dayOffMoves) }),
  z.object({ workingDaysBeforeEnd: z.number() }),
]);
export const deadlineRuleSchema = deadlineBaseSchema.and(z.object({ inclusive: z.boolean(), cutoff: z.string() }));

/** The targets of an indicator in single periods, by their codes. */
export const periodTargetsSchema = z.record(z.string(), z.number());

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

/** The form of a plan: its own, or that of the notice for its rhythm, where the column has that in place of a form. */
export const formColumn = z.union([entryFormSchema, z.enum(rhythms).transform(noticeFormOf)]);

/** The column that `formColumn` reads, of a plan l. */
export const planForm = Prisma.sql`coalesce(l.form, to_jsonb(l.rhythm)) AS form`;

/** Gives the form of a plan as it is stored. */
export const storedForm = ({ form, rhythm }: { form: unknown; rhythm: Rhythm }): EntryForm =>
  formColumn.parse(form ?? rhythm);

/** The content of an entry in a filed version, with the fields of its form. */
const filedEntrySchema = z.looseObject({
  taskId: z.string(),
  taskCode: z.string(),
  taskText: z.string(),
  evidence: z.array(evidenceSchema).optional(),
});

/** ReportSnapshot of lib/domain/report/report-snapshot.ts, as a filed version keeps it. */
export const snapshotSchema: z.ZodType<ReportSnapshot> = z.object({
  plan: z.object({ code: z.string(), title: z.string() }),
  agency: z.object({ code: z.string(), name: z.string() }),
  quarter: periodColumn,
  version: z.number(),
  form: entryFormSchema.optional(),
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

const publishedEntrySchema = z.looseObject({
  taskCode: z.string(),
  taskText: z.string(),
  /** Absent in what was published before the parts were chosen for each task. */
  sections: z.array(z.string()).optional(),
});

/** An entry with its own parts, and nothing else; a tick under another part means nothing there, whatever was stored. */
function readPublished(
  stored: z.output<typeof publishedEntrySchema>,
  ofReport: Section[],
  form: EntryForm,
): PublishedEntry {
  const { taskCode, taskText, sections = ofReport } = stored;
  const ticks = fieldsOfKind('tick', form).filter(({ under }) => sections.includes(under));
  const read = [...sections, ...ticks.map(({ key }) => key)].filter((key) => key in stored);
  return { taskCode, taskText, sections, ...Object.fromEntries(read.map((key) => [key, stored[key]])) };
}

/** PublishedContent of lib/domain/review/publication.ts, as a publication keeps it. */
export const publishedContentSchema = z
  .object({
    plan: z.object({ code: z.string(), title: z.string() }),
    agency: z.object({ code: z.string(), name: z.string() }),
    quarter: periodColumn,
    sections: z.array(z.string()),
    form: entryFormSchema.optional(),
    entries: z.array(publishedEntrySchema),
  })
  .transform((stored): PublishedContent => {
    const form = formOf(stored);
    return { ...stored, entries: stored.entries.map((entry) => readPublished(entry, stored.sections, form)) };
  });

/** A column's value of what is made of stored and checked values alone; the types of JSON do not know that it is. */
export const jsonOf = (value: ReportSnapshot | PublishedContent | EntryForm) =>
  value as unknown as Prisma.InputJsonObject;

/** NumberDecision of lib/domain/review/publication.ts, as a proposal keeps them. */
export const numberDecisionsSchema = z.array(
  z.object({
    taskId: z.string(),
    section: z.string(),
    kind: z.enum(['id', 'mobile', 'landline', 'account', 'email']),
    start: z.number(),
    end: z.number(),
    number: z.string(),
    masked: z.string(),
    reason: z.string().nullable(),
  }),
);

const fieldSaveSchema = z.object({
  version: z.number(),
  by: z.string(),
  at: z.string(),
  accountId: z.string().optional(),
  tabId: z.string().optional(),
});

/** For each field of an entry the number of saves, with the last author, window and time. */
export const fieldSavesSchema = z.record(z.string(), fieldSaveSchema);
