import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { requireAgency } from '@/lib/reports/loaders';
import { routes } from '@/lib/routes';
import { portalNow } from '@/lib/server/clock';
import { requireSession } from '@/lib/server/session';
import { deskOf } from './desk';
import { listOfficers, queryDesk } from './desk-rows';

/**
 * Loads the desk of an agency: the status of every report, the officers who can act, and the year so far, in a few
 * round trips.
 */
export async function loadFilingDesk() {
  const { actor, scope } = await requireAgency(routes.filing());
  const { agencyName } = await requireSession();
  const [now, calendar, rows, officers] = await Promise.all([
    portalNow(),
    getCalendar(),
    queryDesk(scope),
    listOfficers(scope),
  ]);
  return { agencyName, officers, ...deskOf(rows, { actor, calendar, now }) };
}
