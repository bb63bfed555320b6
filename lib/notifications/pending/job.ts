import 'server-only';
import { eventMessage } from '@/lib/notifications/pending/event-text';
import { portalNow } from '@/lib/server/clock';
import { notifyOfPending } from './mutations';

/** Turns pending events into messages; two processes that run it at once share the work. */
export async function notifyOfEvents(): Promise<void> {
  while ((await notifyOfPending(eventMessage, await portalNow())) > 0);
}
