import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import { civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import { isUnrequested } from '@/lib/domain/deadline/unrequested-extension';
import { db } from '@/lib/server/database/db';
import { reportsWithin } from '@/lib/server/database/office-sql';

const extensionSelect = {
  id: true,
  reportId: true,
  reason: true,
  proposedOn: true,
  requestedAt: true,
  requestedById: true,
  requestedBy: { select: { displayName: true } },
  outcome: true,
  grantedDueOn: true,
  decisionNote: true,
  decidedAt: true,
  decidedById: true,
} as const;

/** Lists the extensions of these reports, requested or not, latest first, as far as the scope covers the reports. */
export async function listExtensions(scope: ReportScope | null, reportIds: readonly string[]) {
  if (scope === null) return [];
  const rows = await db.extension.findMany({
    where: {
      reportId: { in: [...reportIds] },
      report: reportsWithin(scope),
    },
    select: extensionSelect,
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
  });
  return rows.map(({ requestedBy, requestedById, decidedById, ...row }) => ({
    ...row,
    unrequested: isUnrequested({ requestedById, decidedById }),
    requestedBy: requestedBy.displayName,
    proposedOn: civilDateFromStored(row.proposedOn),
    grantedDueOn: row.grantedDueOn && civilDateFromStored(row.grantedDueOn),
  }));
}

/** An extension of one report, requested or not. */
export type ReportExtension = Omit<Awaited<ReturnType<typeof listExtensions>>[number], 'reportId'>;
