import 'server-only';
import { tellUntold } from '@/lib/chasing/mutations';
import { eventMessage } from '@/lib/notifications/event-text';
import { portalNow } from '@/lib/server/clock';

/** Turns pending events into messages; two processes that run it at once share the work. */
export async function tellEvents(): Promise<void> {
  while ((await tellUntold(eventMessage, await portalNow())) > 0);
}
