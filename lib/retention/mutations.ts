import 'server-only';
import { z } from 'zod';
import type { KeptRecords } from '@/lib/domain/retention';
import { db } from '@/lib/server/database/db';
import { recordEvent } from '@/lib/server/database/events';
import { rowsOf } from '@/lib/server/database/rows';

/** Rows deleted in one transaction, so that nobody waits for it. */
const batch = 1_000;

const idRow = z.object({ id: z.string() });

const oldest = {
  sessions: (before: Date) => rowsOf(idRow)`SELECT id FROM "Session" WHERE "createdAt" < ${before} LIMIT ${batch}`,
  deliveries: (before: Date) => rowsOf(idRow)`
    SELECT d.id FROM "Notification" n JOIN "Delivery" d ON d."notificationId" = n.id
    WHERE n."createdAt" < ${before} AND d.status NOT IN ('pending', 'sending', 'handing_over') LIMIT ${batch}`,
  messages: (before: Date) => rowsOf(idRow)`
    SELECT n.id FROM "Notification" n
    WHERE n."createdAt" < ${before} AND NOT EXISTS (SELECT FROM "Delivery" d
      WHERE d."notificationId" = n.id AND d.status IN ('pending', 'sending', 'handing_over'))
    LIMIT ${batch}`,
} satisfies Record<KeptRecords, (before: Date) => Promise<{ id: string }[]>>;

async function deleteRows(records: KeptRecords, ids: string[]): Promise<void> {
  const where = { id: { in: ids } };
  if (records === 'sessions') await db.session.deleteMany({ where });
  else if (records === 'deliveries') await db.delivery.deleteMany({ where });
  else {
    const ofMessages = db.delivery.deleteMany({ where: { notificationId: { in: ids } } });
    await db.$transaction([ofMessages, db.notification.deleteMany({ where })]);
  }
}

/** Deletes the records from before an instant, some at a time; gives their number. */
export async function deleteOldRecords(records: KeptRecords, before: Date): Promise<number> {
  let deleted = 0;
  for (;;) {
    const ids = (await oldest[records](before)).map(({ id }) => id);
    if (ids.length === 0) return deleted;
    await deleteRows(records, ids);
    deleted += ids.length;
  }
}

/** Records how many old records were deleted. */
export async function recordDeletion(deleted: Record<KeptRecords, number>): Promise<void> {
  await recordEvent(db, { name: 'old-records-deleted', detail: deleted });
}
