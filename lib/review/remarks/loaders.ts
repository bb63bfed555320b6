import 'server-only';
import type { Remark } from '@/lib/domain/review/remarks';
import { requireScope } from '@/lib/server/session/session';
import { listRemarks } from './data';

/** What the division wrote of a report, as far as whoever is signed in may read it. */
export async function loadRemarks(reportId: string): Promise<Remark[]> {
  const { scope } = await requireScope();
  return listRemarks(scope, reportId);
}
