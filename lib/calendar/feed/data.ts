import 'server-only';
import { z } from 'zod';
import { type Actor, agencyRoles, hasRole, type ReportScope } from '@/lib/domain/authorization';
import { startOfDay } from '@/lib/domain/calendar/civil-date';
import { calendarEvents } from '@/lib/domain/report/event-lists';
import { civilDateColumn, periodColumn, statusColumn } from '@/lib/server/database/columns';
import { db } from '@/lib/server/database/db';
import { isOpenPeriod } from '@/lib/server/database/period-sql';
import { isIssued } from '@/lib/server/database/plan-sql';
import { isWithDivision } from '@/lib/server/database/report-sql';
import { rowsOf } from '@/lib/server/database/rows';
import { deadlineColumns, deadlineFields, lastDaysOfRow } from '@/lib/server/database/stored-deadline';
import { deadlineRuleSchema } from '@/lib/server/database/stored-json';
import { Prisma } from '@/lib/server/generated/client';

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
  const actor: Actor = { accountId: id, displayName, roles, offices: [], agencyId };
  return hasRole(actor, agencyRoles) ? { actor, agencyName: agency.name } : null;
}

const rowSchema = z.object({
  reportId: z.string(),
  status: statusColumn,
  periodCode: periodColumn,
  planTitle: z.string(),
  rule: deadlineRuleSchema,
  issuedOn: civilDateColumn,
  ...deadlineFields,
  changes: z.number(),
  changedAt: z.date().nullable(),
});

function deadlineOf(row: z.output<typeof rowSchema>) {
  const { returned, inForce } = lastDaysOfRow(row);
  const { dueOn } = inForce;
  return {
    reportId: row.reportId,
    status: row.status,
    periodCode: row.periodCode,
    planTitle: row.planTitle,
    rule: row.rule,
    provisional: row.provisional,
    periodDueOn: row.periodDueOn,
    dueOn,
    basis: dueOn === row.periodDueOn ? 'period' : dueOn === returned?.dueOn ? 'returned' : 'extended',
    /** The number of changes to the calendar's entry, and the time of the last one. */
    revision: row.changes,
    revisedAt: row.changedAt ?? startOfDay(row.issuedOn),
  } as const;
}

export type ReportDeadline = ReturnType<typeof deadlineOf>;

/** Lists every deadline in force of an agency, without any text of a report; the oldest first. */
export async function listDeadlines(scope: ReportScope | null): Promise<ReportDeadline[]> {
  if (scope?.kind !== 'agency') return [];
  const rows = await rowsOf(rowSchema)`
    SELECT r.id AS "reportId", r.status::text, p.quarter AS "periodCode", l.title AS "planTitle", l."deadlineRule" AS rule,
      l."issuedOn"::text AS "issuedOn", ${deadlineColumns},
      count(v.id)::int AS changes, max(v.at) AS "changedAt"
    FROM "Report" r
      JOIN "ReportingPeriod" p ON p.id = r."periodId"
      JOIN "Plan" l ON l.id = p."planId"
      LEFT JOIN "Event" v ON v."reportId" = r.id AND v.name IN (${Prisma.join([...calendarEvents])})
    WHERE r."agencyId" = ${scope.agencyId}::uuid AND ${isIssued} AND r.owed AND (${isOpenPeriod()} OR ${isWithDivision()})
    GROUP BY r.id, p.id, l.id
    ORDER BY p."dueOn", l.code`;
  return rows.map(deadlineOf);
}
