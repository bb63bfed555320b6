import 'server-only';
import { type Actor, agencyRoles, hasRole, type ReportScope } from '@/lib/domain/authorization';
import { type CivilDate, startOfDay } from '@/lib/domain/calendar/civil-date';
import type { Quarter } from '@/lib/domain/calendar/quarter';
import { deadlineInForce } from '@/lib/domain/deadline/closing';
import type { DeadlineRule } from '@/lib/domain/deadline/deadline';
import type { ReportStatus } from '@/lib/domain/report/report';
import { db } from '@/lib/server/database/db';

/** Gives the secret part of the address of one's own calendar; null where there is none. */
export async function getCalendarKey(actor: Actor): Promise<string | null> {
  const account = await db.account.findUnique({ where: { id: actor.accountId }, select: { calendarKey: true } });
  return account?.calendarKey ?? null;
}

const keyForm = /^[\w-]{43}$/;

export type Subscriber = { actor: Actor; agencyName: string };

/** Gives the subscriber of a key: an open account of an agency, or null. */
export async function findSubscriber(key: string): Promise<Subscriber | null> {
  if (!keyForm.test(key)) return null;
  const account = await db.account.findFirst({
    where: { calendarKey: key, closedAt: null },
    select: { id: true, displayName: true, roles: true, agencyId: true, agency: { select: { name: true } } },
  });
  if (!account?.agency) return null;
  const { id, displayName, roles, agencyId, agency } = account;
  const actor: Actor = { accountId: id, displayName, roles, agencyId };
  return hasRole(actor, agencyRoles) ? { actor, agencyName: agency.name } : null;
}

type Row = {
  reportId: string;
  status: ReportStatus;
  quarter: Quarter;
  planTitle: string;
  rule: DeadlineRule;
  issuedOn: CivilDate;
  dueOn: CivilDate;
  closesAt: Date;
  provisional: boolean;
  extendedDueOn: CivilDate | null;
  extendedClosesAt: Date | null;
  returnDueOn: CivilDate | null;
  returnClosesAt: Date | null;
  changes: number;
  changedAt: Date | null;
};

const lastDay = (dueOn: CivilDate | null, closesAt: Date | null) => (dueOn && closesAt ? { dueOn, closesAt } : null);

function deadlineOf({ extendedDueOn, extendedClosesAt, returnDueOn, returnClosesAt, ...row }: Row) {
  const { changes, changedAt, issuedOn, ...facts } = row;
  const extension = lastDay(extendedDueOn, extendedClosesAt);
  const returned = lastDay(returnDueOn, returnClosesAt);
  const { dueOn } = deadlineInForce({ period: row, extension, returned });
  return {
    ...facts,
    periodDueOn: row.dueOn,
    dueOn,
    basis: dueOn === row.dueOn ? 'period' : dueOn === returned?.dueOn ? 'returned' : 'extended',
    /** The number of changes to the calendar's entry, and the time of the last one. */
    revision: changes,
    revisedAt: changedAt ?? startOfDay(issuedOn),
  } as const;
}

export type ReportDeadline = ReturnType<typeof deadlineOf>;

/** Lists every deadline in force of an agency, without any text of a report; the oldest first. */
export async function listDeadlines(scope: ReportScope | null): Promise<ReportDeadline[]> {
  if (scope?.kind !== 'agency') return [];
  const rows = await db.$queryRaw<Row[]>`
    SELECT r.id AS "reportId", r.status::text, p.quarter, l.title AS "planTitle", l."deadlineRule" AS rule,
      l."issuedOn"::text AS "issuedOn", p."dueOn"::text AS "dueOn", p."closesAt", p.provisional,
      r."extendedDueOn"::text, r."extendedClosesAt", r."returnDueOn"::text, r."returnClosesAt",
      count(v.id)::int AS changes, max(v.at) AS "changedAt"
    FROM "Report" r
      JOIN "ReportingPeriod" p ON p.id = r."periodId"
      JOIN "Plan" l ON l.id = p."planId"
      LEFT JOIN "Event" v ON v."reportId" = r.id AND v.name IN ('extension-decided', 'extension-granted',
        'report-returned', 'report-filed', 'report-withdrawn', 'report-accepted', 'report-reopened')
    WHERE r."agencyId" = ${scope.agencyId}::uuid
    GROUP BY r.id, p.id, l.id
    ORDER BY p."dueOn", l.code`;
  return rows.map(deadlineOf);
}
