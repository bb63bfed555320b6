import 'server-only';
import { scopeOf } from '@/lib/domain/authorization';
import { pageSize } from '@/lib/schemas/list-address';
import { notificationsPageSchema } from '@/lib/schemas/notifications';
import { withinPages } from '@/lib/server/database/within-pages';
import { loadSession, requireSession } from '@/lib/server/session/session';
import { countUnread, listMessages } from './data';
import { countTroubled } from './deliveries/data';

/** For the header of every desk: messages not read yet, and (to the division) messages that could not be sent. */
export async function loadMessageCounts() {
  const session = await loadSession();
  if (!session) return { unread: 0, troubled: 0 };
  const { actor } = session;
  const [unread, troubled] = await Promise.all([countUnread(actor), countTroubled(scopeOf(actor))]);
  return { unread, troubled };
}

/** Loads the messages of the signed-in account. */
export async function loadNotifications(searchParams: Record<string, string | string[] | undefined>) {
  const { actor } = await requireSession();
  const { page } = notificationsPageSchema.parse(searchParams);
  const [found, unread] = await Promise.all([
    withinPages({ number: page, size: pageSize }, (each) => listMessages(actor, each)),
    countUnread(actor),
  ]);
  return { ...found, unread, pageSize };
}
