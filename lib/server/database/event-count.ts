import 'server-only';
import { z } from 'zod';
import { signInWindow } from '@/lib/domain/accounts/sign-in-bounds';
import { realNow } from '@/lib/server/clock';
import { log } from '@/lib/server/process/log';
import { db, type Transaction } from './db';
import { recordEvent } from './events';
import { rowsOf } from './rows';

/** An event that a stranger can cause as often as he likes. */
export type CountedEvent = {
  name: string;
  accountId?: string;
  address: string;
  addressKey: string;
  /** '' for one of an address in all. */
  userName: string;
};

const countRow = z.object({ count: z.number() });

const windowAround = (now: Date) => new Date(Math.floor(now.getTime() / signInWindow) * signInWindow);

/**
 * Records an event once in a quarter of an hour for each user name and address, and further times as a number beside it;
 * rows of events are never deleted, so that a stranger could fill the disk with them.
 */
export async function recordCountedEvent(transaction: Transaction, event: CountedEvent, times = 1): Promise<void> {
  const { name, accountId, address, addressKey, userName } = event;
  const now = realNow();
  const windowStart = windowAround(now);
  const [row] = await rowsOf(countRow, transaction)`
    INSERT INTO "EventCount" AS c (name, "userName", "addressKey", "windowStart", count, "lastAt")
      VALUES (${name}, ${userName}, ${addressKey}, ${windowStart}, ${times}, ${now})
      ON CONFLICT (name, "userName", "addressKey", "windowStart")
      DO UPDATE SET count = c.count + EXCLUDED.count, "lastAt" = EXCLUDED."lastAt" RETURNING count`;
  if (row && row.count > times) return;
  const eventId = await recordEvent(transaction, { name, accountId, address, detail: { userName } });
  await transaction.eventCount.update({
    where: { name_userName_addressKey_windowStart: { name, userName, addressKey, windowStart } },
    data: { eventId },
    select: { count: true },
  });
}

/** Times that wait to be recorded, by what they are counted under. */
const noted = new Map<string, { event: CountedEvent; times: number }>();
let isRecording = false;

async function recordNoted(): Promise<void> {
  isRecording = true;
  try {
    for (let [next] = noted; next; [next] = noted) {
      const [key, { event, times }] = next;
      noted.delete(key);
      await db.$transaction((transaction) => recordCountedEvent(transaction, event, times));
    }
  } catch (error) {
    log.error({ err: error }, 'refused sign-ins were not counted');
  } finally {
    isRecording = false;
  }
}

/**
 * Notes a counted event that belongs to no other write. The notes are recorded one after the other, and equal ones
 * together, because a flood of them would otherwise take up the connections of everybody else.
 */
export function noteCountedEvent(event: CountedEvent): void {
  const key = JSON.stringify([event.name, event.userName, event.addressKey]);
  noted.set(key, { event, times: (noted.get(key)?.times ?? 0) + 1 });
  if (!isRecording) void recordNoted();
}
