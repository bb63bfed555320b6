import 'server-only';
import type { Actor } from '@/lib/domain/authorization';
import { db } from '@/lib/server/database/db';

export type Message = {
  id: string;
  kind: 'scheduled' | 'chased' | 'decision';
  subject: string;
  body: string;
  link: string;
  createdAt: Date;
  readAt: Date | null;
};

/** Counts the account's own unread messages. */
export function countUnread({ accountId }: Pick<Actor, 'accountId'>): Promise<number> {
  return db.notification.count({ where: { accountId, readAt: null } });
}

/** Gives one page of the account's own messages, the latest first. */
export async function listMessages(
  { accountId }: Actor,
  { number, size }: { number: number; size: number },
): Promise<{ messages: Message[]; total: number }> {
  const [total, messages] = await Promise.all([
    db.notification.count({ where: { accountId } }),
    db.notification.findMany({
      where: { accountId },
      orderBy: [{ createdAt: 'desc' }, { number: 'desc' }],
      skip: (number - 1) * size,
      take: size,
      select: { id: true, kind: true, subject: true, body: true, link: true, createdAt: true, readAt: true },
    }),
  ]);
  return { messages, total };
}
