import 'server-only';
import {
  type LiveMessage,
  liveMessageSchema,
  type PresenceInput,
  presenceSchema,
  type WatchInput,
  watchSchema,
} from '@/lib/schemas/live';
import { db } from '@/lib/server/database/db';

/** The database channel used by the portal's processes and the trigger on "Event". */
export const liveChannel = 'portal_live';

/** Notifies all processes; the messages of one call arrive together. */
export async function publish(messages: readonly LiveMessage[]): Promise<void> {
  if (messages.length === 0) return;
  const texts = messages.map((message) => JSON.stringify(message));
  await db.$executeRaw`SELECT pg_notify(${liveChannel}, text) FROM unnest(${texts}::text[]) AS text`;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/**
 * Reads a message from the database; null for one of a newer or older version of the portal that this one does not
 * know.
 */
export function readMessage(text: string): LiveMessage | null {
  return liveMessageSchema.safeParse(jsonOf(text)).data ?? null;
}

/** Reads a tab's announcement of its presence; null if it is malformed. */
export function readPresence(text: string): PresenceInput | null {
  return presenceSchema.safeParse(jsonOf(text)).data ?? null;
}

/** Reads a tab's request for live updates; null if its address is malformed. */
export function readWatch(parameters: URLSearchParams): WatchInput | null {
  return watchSchema.safeParse(Object.fromEntries(parameters)).data ?? null;
}
