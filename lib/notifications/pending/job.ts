import 'server-only';
import { storeMessages } from '@/lib/notifications/mutations';
import { eventMessage } from '@/lib/notifications/pending/event-text';
import { portalNow } from '@/lib/server/clock';
import { db } from '@/lib/server/database/db';
import { reportsTransaction } from '@/lib/server/database/write-path';
import { takePendingEvents } from './data';
import { listRecipients } from './recipients';

/** Events turned into messages in one transaction. */
const batch = 500;

/**
 * Turns the oldest pending events into messages, all in one transaction, so that an interrupted run has notified
 * nobody. Gives their number.
 */
async function notifyOfOldest(): Promise<number> {
  const now = await portalNow();
  return db.$transaction(async (transaction) => {
    const events = await takePendingEvents(transaction, batch);
    const recipients = await listRecipients(transaction, events, now);
    const messages = recipients.flatMap((to, index) => (events[index] ? [eventMessage(events[index], to)] : []));
    await storeMessages(transaction, messages, now);
    return events.length;
  }, reportsTransaction);
}

/** Turns pending events into messages; two processes that run it at once share the work. */
export async function notifyOfEvents(): Promise<void> {
  while ((await notifyOfOldest()) > 0);
}
