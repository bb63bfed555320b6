import { getCalendar } from '@/lib/calendar/data';
import { findSubscriber, listDeadlines } from '@/lib/calendar/feed/data';
import { deadlineCalendar } from '@/lib/calendar/feed/deadline-calendar';
import { scopeOf } from '@/lib/domain/authorization';
import { routes } from '@/lib/routes';
import { portalAddress } from '@/lib/server/process/site-settings';

const missing = () => new Response(null, { status: 404, headers: { 'Cache-Control': 'no-store' } });

/**
 * GET /api/calendar/{key}.ics: the deadlines in force of the agency of the account that the secret key belongs to, as
 * text/calendar; the key is all that is asked for. A key that is unknown, renewed or switched off, and one of a closed
 * account or of nobody of an agency: 404. 304 where the asker holds the calendar already.
 */
export async function GET(request: Request, { params }: RouteContext<'/api/calendar/[key]'>): Promise<Response> {
  const subscriber = await findSubscriber((await params).key.replace(/\.ics$/, ''));
  if (!subscriber) return missing();
  const [deadlines, calendar] = await Promise.all([listDeadlines(scopeOf(subscriber.actor)), getCalendar()]);
  const address = portalAddress();
  const { body, etag } = deadlineCalendar({
    agencyName: subscriber.agencyName,
    deadlines,
    calendar,
    portalAddress: address,
    deskAddress: new URL(routes.filing(), address).href,
  });
  const headers = { ETag: etag, 'Cache-Control': 'private, no-cache' };
  if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  return new Response(body, {
    headers: {
      ...headers,
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="deadlines.ics"',
    },
  });
}
