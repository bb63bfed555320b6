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

/** The channel of the database on which the portal's processes and the trigger on "Event" speak. */
export const liveChannel = 'portal_live';

/** Tells all processes; what is told in one call arrives together. */
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

/** A message as it came from the database; null for one of a newer or older portal, which this one cannot read. */
export function readMessage(text: string): LiveMessage | null {
  return liveMessageSchema.safeParse(jsonOf(text)).data ?? null;
}

/** What a tab said of itself, or null where it is not of that shape. */
export function readPresence(text: string): PresenceInput | null {
  return presenceSchema.safeParse(jsonOf(text)).data ?? null;
}

/** What a tab asks for, or null where the address says it in another way. */
export function readWatch(parameters: URLSearchParams): WatchInput | null {
  return watchSchema.safeParse(Object.fromEntries(parameters)).data ?? null;
}
