import 'server-only';
import { eventMessage } from '@/lib/notifications/pending/event-text';
import { portalNow } from '@/lib/server/clock';
import { tellUntold } from './mutations';

/** Turns the events that nobody was told of into messages; what two processes do at once each does half of. */
export async function tellEvents(): Promise<void> {
  while ((await tellUntold(eventMessage, await portalNow())) > 0);
}
