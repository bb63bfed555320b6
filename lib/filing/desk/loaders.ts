import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { portalNow } from '@/lib/server/clock';
import { requireAgency } from '@/lib/server/session/gates';
import { requireSession } from '@/lib/server/session/session';
import { listOfficers, queryDesk } from './data';
import { deskOf } from './desk';

/**
 * Loads the desk of an agency: the status of every report, the officers who can act, and the year so far, in a few
 * round trips.
 */
export async function loadFilingDesk() {
  const { actor, scope } = await requireAgency();
  const { agencyName } = await requireSession();
  const now = await portalNow();
  const [calendar, rows, officers] = await Promise.all([getCalendar(), queryDesk(scope), listOfficers(scope, now)]);
  return { agencyName, officers, ...deskOf(rows, { actor, calendar, now }) };
}

/** The names of the agency's officers, by role. */
export type DeskOfficers = Awaited<ReturnType<typeof loadFilingDesk>>['officers'];
