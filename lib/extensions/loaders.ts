import 'server-only';
import { civilDateOf } from '@/lib/domain/civil-date';
import { loadReport } from '@/lib/reports/loaders';
import { requireScope } from '@/lib/server/session';
import { listExtensions } from './data';

/** A report of the agency with every request for an extension so far, the latest first, and the first day to ask for. */
export async function loadExtensionRequests(reportId: string) {
  const report = await loadReport(reportId);
  const { scope } = await requireScope();
  return { report, extensions: await listExtensions(scope, [report.id]), earliest: civilDateOf(report.now) };
}
