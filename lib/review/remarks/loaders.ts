import 'server-only';
import type { Remark } from '@/lib/domain/review/remarks';
import { requireScope } from '@/lib/server/session/session';
import { listRemarks } from './data';

/** Loads the division's remarks on a report that the signed-in account may read. */
export async function loadRemarks(reportId: string): Promise<Remark[]> {
  const { scope } = await requireScope();
  return listRemarks(scope, reportId);
}
