import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { addDays, type CivilDate, civilDateOf } from '@/lib/domain/calendar/civil-date';
import { offeredDueDates } from '@/lib/domain/deadline/due-date';
import { requireScope } from '@/lib/server/session/session';
import { listExtensions } from './data';

/**
 * Of a report that the agency may read: every request for an extension so far, the latest first, and the working days
 * that can be asked for: those after the deadline in force that are still to come.
 */
export async function loadExtensionRequests(report: { id: string; dueOn: CivilDate; now: Date }) {
  const { scope } = await requireScope();
  const [extensions, calendar] = await Promise.all([listExtensions(scope, [report.id]), getCalendar()]);
  const today = civilDateOf(report.now);
  const from = report.dueOn < today ? today : addDays(report.dueOn, 1);
  const days = offeredDueDates(calendar, { from, since: report.dueOn });
  return { extensions, days };
}
