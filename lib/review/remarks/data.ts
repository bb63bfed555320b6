import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import type { Remark } from '@/lib/domain/review/remarks';
import { db } from '@/lib/server/database/db';

/**
 * What the division wrote of a report, the oldest first: all of it for whoever reads all reports, and for an agency what
 * is meant for it, of its own report. What was withdrawn is gone for both.
 */
export async function listRemarks(scope: ReportScope | null, reportId: string): Promise<Remark[]> {
  if (scope === null) return [];
  const rows = await db.remark.findMany({
    where: {
      reportId,
      withdrawnAt: null,
      ...(scope.kind === 'agency' && { audience: 'agency', report: { agencyId: scope.agencyId } }),
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
