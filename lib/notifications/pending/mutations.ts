import 'server-only';
import { type NewMessage, storeMessages } from '@/lib/notifications/mutations';
import { db } from '@/lib/server/database/db';
import { reportsTransaction } from '@/lib/server/database/write-path';
import { type PendingEvent, takePendingEvents } from './data';

/** Events turned into messages in one transaction. */
const batch = 500;

/**
 * Turns the oldest pending events into messages, all in one transaction, so that an interrupted run has notified
 * nobody. Gives their number.
 */
export function notifyOfPending(compose: (event: PendingEvent) => NewMessage, now: Date): Promise<number> {
  return db.$transaction(async (transaction) => {
    const events = await takePendingEvents(transaction, batch);
    await storeMessages(transaction, events.map(compose), now);
    return events.length;
  }, reportsTransaction);
}
