import 'server-only';
import { z } from 'zod';
import type { Actor } from '@/lib/domain/authorization';
import { db } from '@/lib/server/database/db';
import { rowsOf } from '@/lib/server/database/rows';
import { doneAt } from './done-sql';

/** In SQL the kind `scheduled` has its stored name. */
const kindColumn = z
  .enum(['ladder', 'chased', 'decision', 'notice'])
  .transform((kind) => (kind === 'ladder' ? 'scheduled' : kind));

const messageRow = z.object({
  id: z.string(),
  kind: kindColumn,
  subject: z.string(),
  body: z.string(),
  link: z.string(),
  createdAt: z.date(),
  readAt: z.date().nullable(),
  /** The instant from which nothing is left to do about it. */
  doneAt: z.date().nullable(),
});
export type Message = z.output<typeof messageRow>;

/** The digests repeat for other channels what the inbox has already. */
const listedKinds = { kind: { not: 'digest' } } as const;

const countRow = z.object({ count: z.number() });

/** Counts the account's own unread messages, without those about which nothing is left to do. */
export async function countUnread({ accountId }: Pick<Actor, 'accountId'>): Promise<number> {
  const [row] = await rowsOf(countRow)`
    SELECT count(*)::int AS count FROM "Notification" n
    WHERE n."accountId" = ${accountId}::uuid AND n."readAt" IS NULL AND n.kind <> 'digest' AND ${doneAt} IS NULL`;
  return row?.count ?? 0;
}

/** Gives one page of the account's own messages, the latest first. */
export async function listMessages(
  { accountId }: Actor,
  { number, size }: { number: number; size: number },
): Promise<{ messages: Message[]; total: number }> {
  const [total, messages] = await Promise.all([
    db.notification.count({ where: { accountId, ...listedKinds } }),
    rowsOf(messageRow)`
      SELECT n.id, n.kind::text, n.subject, n.body, n.link, n."createdAt", n."readAt", ${doneAt} AS "doneAt"
      FROM "Notification" n WHERE n."accountId" = ${accountId}::uuid AND n.kind <> 'digest'
      ORDER BY n."createdAt" DESC, n.number DESC LIMIT ${size} OFFSET ${(number - 1) * size}`,
  ]);
  return { messages, total };
}
