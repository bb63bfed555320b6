import { z } from 'zod';
import { liveSides } from '@/lib/domain/live';

// The numbers of the events are bigints of the database.
const eventNumber = z.string().regex(/^\d{1,18}$/);

const report = { reportId: z.uuid() };
// A process of an older portal knows no other side.
const room = { ...report, side: z.enum(liveSides).default('agency') };
const tab = { ...room, tabId: z.uuid(), accountId: z.uuid() };
const notice = {
  ...report,
  eventId: eventNumber,
  name: z.string(),
  accountId: z.uuid().nullable(),
  /** By the portal's clock. */
  at: z.string(),
};

/** Which fields a save brought, with their new versions; null where they are too many to tell. */
export const savedFieldsSchema = z
  .array(z.object({ taskId: z.uuid(), field: z.string(), version: z.number() }))
  .nullable()
  .catch(null);

/**
 * What the portal's processes tell one another about the reports: who has one open (from the processes themselves), and
 * what was recorded of a report (from the database, at the commit of its event row). Never content.
 */
export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('presence'), ...tab, name: z.string(), taskId: z.uuid().nullable(), at: z.string() }),
  z.object({ type: z.literal('left'), ...tab }),
  z.object({ type: z.literal('who'), ...room }),
  z.object({ type: z.literal('saved'), ...notice, fields: savedFieldsSchema }),
  z.object({ type: z.literal('report-changed'), ...notice }),
]);

export type LiveMessage = z.infer<typeof liveMessageSchema>;

/** Something that was recorded of a report: `saved` is its text, `report-changed` everything else. */
export type LiveNotice = Extract<LiveMessage, { eventId: string }>;

/** What a tab says of itself. */
export const presenceSchema = z.object({
  tabId: z.uuid(),
  taskId: z.uuid().nullable(),
  leaving: z.boolean().default(false),
});

export type PresenceInput = z.infer<typeof presenceSchema>;

/** What a tab asks for: its own name, the task that it is in, and the number of the event that it saw last. */
export const watchSchema = z.object({
  tab: z.uuid(),
  task: z.uuid().optional(),
  after: eventNumber.optional(),
});

export type WatchInput = z.infer<typeof watchSchema>;
