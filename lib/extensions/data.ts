import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import { civilDateFromStored } from '@/lib/domain/civil-date';
import { db } from '@/lib/server/db';

const extensionSelect = {
  id: true,
  reportId: true,
  reason: true,
  proposedOn: true,
  requestedAt: true,
  requestedBy: { select: { displayName: true } },
  outcome: true,
  grantedDueOn: true,
  decisionNote: true,
  decidedAt: true,
} as const;

/** The requests for an extension of these reports, latest first, as far as the scope covers the reports. */
export async function listExtensions(scope: ReportScope | null, reportIds: readonly string[]) {
  if (scope === null) return [];
  const rows = await db.extension.findMany({
    where: {
      reportId: { in: [...reportIds] },
      report: scope.kind === 'agency' ? { agencyId: scope.agencyId } : {},
    },
    select: extensionSelect,
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(({ requestedBy, ...row }) => ({
    ...row,
    requestedBy: requestedBy.displayName,
    proposedOn: civilDateFromStored(row.proposedOn),
    grantedDueOn: row.grantedDueOn && civilDateFromStored(row.grantedDueOn),
  }));
}
