import type { Route } from 'next';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { openMessage } from '@/lib/notifications/mutations';
import { routes } from '@/lib/routes';
import { portalNow } from '@/lib/server/clock';
import { requireSession } from '@/lib/server/session/session';

/**
 * GET /messages/[messageId]: redirects the recipient of a message to the page that it is about, and marks it as read;
 * everybody else to the own inbox.
 */
export async function GET(_request: Request, { params }: RouteContext<'/messages/[messageId]'>) {
  const { actor } = await requireSession();
  const messageId = z.uuid().safeParse((await params).messageId);
  const link = messageId.success ? await openMessage(actor, messageId.data, await portalNow()) : null;
  redirect((link ?? routes.messages()) as Route);
}
