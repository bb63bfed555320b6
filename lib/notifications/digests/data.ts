import 'server-only';
import { z } from 'zod';
import { bundledEvents } from '@/lib/domain/chasing/notified-events';
import { doneAt } from '@/lib/notifications/done-sql';
import { rowsOf } from '@/lib/server/database/rows';

const bundleRow = z.object({ accountId: z.string(), subjects: z.array(z.string()) });
export type Bundle = z.output<typeof bundleRow>;

/** Time before a digest from which its messages are: what is older was sent or is out of date. */
const oldest = 3 * 86_400_000;

/**
 * Lists, for each open account with a channel beside the inbox, the subjects of its bundled messages up to an instant
 * that no digest had yet; those that were read meanwhile, or about which nothing is left to do, are left out.
 */
export function listBundles(until: Date): Promise<Bundle[]> {
  return rowsOf(bundleRow)`
    SELECT n."accountId", array_agg(n.subject ORDER BY n."createdAt", n.number) AS subjects
    FROM "Notification" n JOIN "Event" b ON b.id = n."eventId" JOIN "Account" c ON c.id = n."accountId"
    WHERE b.name = ANY(${bundledEvents}) AND n."readAt" IS NULL AND c."closedAt" IS NULL AND cardinality(c.channels) > 0
      AND n."createdAt" <= ${until} AND n."createdAt" > ${new Date(until.getTime() - oldest)}
      AND NOT EXISTS (SELECT FROM "Notification" d
        WHERE d."accountId" = n."accountId" AND starts_with(d.cause, 'digest/') AND d."createdAt" >= n."createdAt")
      AND ${doneAt} IS NULL
    GROUP BY 1`;
}
