import 'server-only';
import { routes } from '@/lib/routes';
import { portalAddress } from '@/lib/server/process/site-settings';
import { requireAgency } from '@/lib/server/session/gates';
import { getCalendarKey } from './data';

/** Loads the full address of one's own calendar, to be pasted into a calendar program; null where there is none. */
export async function loadCalendarSubscription(): Promise<{ address: string | null }> {
  const { actor } = await requireAgency();
  const key = await getCalendarKey(actor);
  return { address: key && new URL(routes.calendarFeed(key), portalAddress()).href };
}
