import 'server-only';
import { getCalendar } from '@/lib/calendar/data';
import { addDays, civilDateOf } from '@/lib/domain/civil-date';
import { offeredDueDates } from '@/lib/domain/due-date';
import { loadReport } from '@/lib/reports/loaders';
import { requireScope } from '@/lib/server/session';
import { listExtensions } from './data';

/**
 * Loads a report of the agency with all its requests for an extension, the latest first, and the working days that can
 * be requested: those after the deadline in force that are still to come.
 */
export async function loadExtensionRequests(reportId: string) {
  const report = await loadReport(reportId);
  const { scope } = await requireScope();
  const [extensions, calendar] = await Promise.all([listExtensions(scope, [report.id]), getCalendar()]);
  const today = civilDateOf(report.now);
  const from = report.dueOn < today ? today : addDays(report.dueOn, 1);
  const days = offeredDueDates(calendar, { from, since: report.dueOn });
  return { report, extensions, days };
}
