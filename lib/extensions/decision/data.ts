import 'server-only';
import type { ReportScope } from '@/lib/domain/authorization';
import { type CivilDate, civilDateFromStored } from '@/lib/domain/calendar/civil-date';
import type { PeriodCode } from '@/lib/domain/calendar/period';
import type { ExtensionOutcome } from '@/lib/domain/deadline/extension-outcome';
import { isUnrequested } from '@/lib/domain/deadline/unrequested-extension';
import type { ReportStatus } from '@/lib/domain/report/report';
import { statusesWithDivision } from '@/lib/domain/report/report';
import { nameInPeriod, namesSelect } from '@/lib/server/database/agency-sql';
import { db } from '@/lib/server/database/db';
import { reportsWithin } from '@/lib/server/database/office-sql';
import { lastDaysOf, periodDaySelect, reportDaySelect } from '@/lib/server/database/stored-deadline';
import type { Prisma } from '@/lib/server/generated/client';

export type ExtensionRow = {
  id: string;
  report: {
    id: string;
    version: number;
    status: ReportStatus;
    periodCode: PeriodCode;
    planTitle: string;
    agencyName: string;
  };
  periodDueOn: CivilDate;
  /** The last day in force, which the request would change. */
  dueOn: CivilDate;
  reason: string;
  proposedOn: CivilDate;
  requestedAt: Date;
  requestedBy: string;
  /** Granted without a request, by the account that decided it. */
  unrequested: boolean;
  outcome: ExtensionOutcome | null;
  grantedDueOn: CivilDate | null;
  decisionNote: string;
  decidedAt: Date | null;
  decidedBy: string;
};

const select = {
  id: true,
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
  decidedBy: { select: { displayName: true } },
  report: {
    select: {
      id: true,
      version: true,
      status: true,
      ...reportDaySelect,
      agency: { select: namesSelect },
      period: {
        select: { code: true, ...periodDaySelect, plan: { select: { title: true } } },
      },
    },
  },
} satisfies Prisma.ExtensionSelect;

function rowOf(row: Prisma.ExtensionGetPayload<{ select: typeof select }>): ExtensionRow {
  const { id, version, status, agency, period } = row.report;
  return {
    ...row,
    report: {
      id,
      version,
      status,
      periodCode: period.code as PeriodCode,
      planTitle: period.plan.title,
      agencyName: nameInPeriod(agency, period),
    },
    periodDueOn: civilDateFromStored(period.dueOn),
    dueOn: lastDaysOf(period, row.report).inForce.dueOn,
    proposedOn: civilDateFromStored(row.proposedOn),
    requestedBy: row.requestedBy.displayName,
    unrequested: isUnrequested(row),
    grantedDueOn: row.grantedDueOn && civilDateFromStored(row.grantedDueOn),
    decidedBy: row.decidedBy?.displayName ?? '',
  };
}

/** A request whose report was filed meanwhile is no longer pending. */
function pendingWithin(scope: ReportScope): Prisma.ExtensionWhereInput {
  return { outcome: null, report: { ...reportsWithin(scope), status: { notIn: [...statusesWithDivision] } } };
}

export function countPendingExtensions(scope: ReportScope): Promise<number> {
  return db.extension.count({ where: pendingWithin(scope) });
}

/** Lists the first hundred pending requests, the oldest first. */
export async function listPendingExtensions(scope: ReportScope): Promise<ExtensionRow[]> {
  const rows = await db.extension.findMany({
    where: pendingWithin(scope),
    orderBy: { requestedAt: 'asc' },
    take: 100,
    select,
  });
  return rows.map(rowOf);
}

/** Lists the last twenty decisions of the division; a request that the agency took back is none. */
export async function listDecidedExtensions(scope: ReportScope): Promise<ExtensionRow[]> {
  const rows = await db.extension.findMany({
    where: { decidedById: { not: null }, report: reportsWithin(scope) },
    orderBy: { decidedAt: 'desc' },
    take: 20,
    select,
  });
  return rows.map(rowOf);
}

/** Gives the pending request of one report, if there is one. */
export async function getPendingExtension(scope: ReportScope, reportId: string): Promise<ExtensionRow | null> {
  const row = await db.extension.findFirst({ where: { ...pendingWithin(scope), reportId }, select });
  return row && rowOf(row);
}
