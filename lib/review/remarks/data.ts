import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import type { Remark } from '@/lib/domain/review/remarks';
import { db } from '@/lib/server/database/db';
import { reportsWithin } from '@/lib/server/database/office-sql';

/**
 * Lists the division's remarks on a report, the oldest first: all for accounts that read all reports; for the report's
 * own agency those addressed to it. Withdrawn remarks are shown to neither.
 */
export async function listRemarks(scope: ReportScope | null, reportId: string): Promise<Remark[]> {
  if (scope === null) return [];
  const rows = await db.remark.findMany({
    where: {
      reportId,
      withdrawnAt: null,
      report: reportsWithin(scope),
      ...(scope.kind === 'agency' && { audience: 'agency' }),
    },
    orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }],
    select: {
      id: true,
      taskId: true,
      section: true,
      audience: true,
      text: true,
      writtenAt: true,
      filedVersion: { select: { number: true } },
      writtenBy: { select: { displayName: true } },
    },
  });
  return rows.map(({ filedVersion, writtenAt, writtenBy, ...remark }) => ({
    ...remark,
    version: filedVersion.number,
    at: writtenAt,
    by: writtenBy.displayName,
  }));
}
