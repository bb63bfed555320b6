import { z } from 'zod';

/**
 * Presence on a report is shown to one's own side only: the agency's writers to the agency, the division's readers to
 * the division.
 */
export const liveSides = ['agency', 'division'] as const;
export type LiveSide = (typeof liveSides)[number];

/** One tab in which a person has a report open. Its task is null while nobody is writing in it. */
export type Presence = {
  tabId: string;
  accountId: string;
  name: string;
  taskId: string | null;
  /** Start of this state by the real clock: an ISO 8601 instant in UTC, so that later ones sort last. */
  at: string;
};

/** Another person who has the report open; `isYou` marks the reader's own account in another tab. */
export type Writer = Pick<Presence, 'accountId' | 'name' | 'taskId' | 'at'> & { isYou: boolean };

// Event numbers are bigints of the database.
const eventNumber = z.string().regex(/^\d{1,18}$/);

const report = { reportId: z.uuid() };
// The default, because processes of an older version know only this side.
const place = { ...report, side: z.enum(liveSides).default('agency') };
const tab = { ...place, tabId: z.uuid(), accountId: z.uuid() };
const notice = {
  ...report,
  eventId: eventNumber,
  name: z.string(),
  accountId: z.uuid().nullable(),
  /** By the portal's clock. */
  at: z.string(),
};

/** The fields that a save changed, with their new versions; null if there are too many to send. */
const savedFieldsSchema = z
  .array(z.object({ taskId: z.uuid(), field: z.string(), version: z.number() }))
  .nullable()
  .catch(null);

/** The detail that the event of a save keeps. */
export const savedDetailSchema = z.object({ fields: savedFieldsSchema.default(null) });

/**
 * Messages between the portal's processes about reports: presence (from the processes themselves) and recorded events
 * (from the database, when the event row is committed). They never carry content.
 */
export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('presence'), ...tab, name: z.string(), taskId: z.uuid().nullable(), at: z.string() }),
  z.object({ type: z.literal('left'), ...tab }),
  z.object({ type: z.literal('who'), ...place }),
  z.object({ type: z.literal('saved'), ...notice, fields: savedFieldsSchema }),
  z.object({ type: z.literal('report-changed'), ...notice }),
]);

export type LiveMessage = z.infer<typeof liveMessageSchema>;

/** A recorded event of a report: `saved` for its text, `report-changed` for everything else. */
export type LiveNotice = Extract<LiveMessage, { eventId: string }>;

/** A tab's announcement of its presence. */
export const presenceSchema = z.object({
  tabId: z.uuid(),
  taskId: z.uuid().nullable(),
  leaving: z.boolean().default(false),
});

export type PresenceInput = z.infer<typeof presenceSchema>;

/**
 * A tab's request for live updates: its id, the task that it is in, and the number of the last event that it saw; `once`
 * for those until now alone.
 */
export const watchSchema = z.object({
  tab: z.uuid(),
  task: z.uuid().optional(),
  after: eventNumber.optional(),
  once: z.literal('1').optional(),
});

export type WatchInput = z.infer<typeof watchSchema>;
