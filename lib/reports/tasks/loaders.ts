import 'server-only';
import { requireScope } from '@/lib/server/session/session';
import { listReportTasks } from './data';

/** Loads the tasks of a report, as far as the visitor reads it. */
export async function loadReportTasks(reportId: string) {
  const { scope } = await requireScope();
  return listReportTasks(scope, reportId);
}
