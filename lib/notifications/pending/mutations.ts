import 'server-only';
import { type NewMessage, storeMessages } from '@/lib/notifications/mutations';
import { db } from '@/lib/server/database/db';
import { patience } from '@/lib/server/database/write-path';
import { takeUntoldEvents, type UntoldEvent } from './data';

/** Events turned into messages in one transaction. */
const batch = 500;

/**
 * Tells of the oldest events that nobody was told of, all in one transaction: whoever ends in the middle has told of none.
 * Gives how many they were.
 */
export function tellUntold(compose: (event: UntoldEvent) => NewMessage, now: Date): Promise<number> {
  return db.$transaction(async (transaction) => {
    const events = await takeUntoldEvents(transaction, batch);
    await storeMessages(transaction, events.map(compose), now);
    return events.length;
  }, patience);
}
