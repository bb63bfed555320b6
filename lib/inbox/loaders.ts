import 'server-only';
import { routes } from '@/lib/routes';
import { inboxPageSchema } from '@/lib/schemas/inbox';
import { requireSession } from '@/lib/server/session';
import { countUnread, listMessages } from './data';

const pageSize = 20;

/** Loads the messages of the signed-in account. */
export async function loadInbox(searchParams: Record<string, string | string[] | undefined>) {
  const { actor } = await requireSession(routes.messages());
  const { page } = inboxPageSchema.parse(searchParams);
  const [found, unread] = await Promise.all([
    listMessages(actor, { number: page, size: pageSize }),
    countUnread(actor),
  ]);
  return { ...found, unread, page, pageSize };
}
